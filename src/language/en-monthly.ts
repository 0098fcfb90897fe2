/** What Daybook says in English of the file that goes out every month. */
export const enMonthly = {
  monthly: {
    title: 'Monthly file',
    open: 'Monthly file…',
    intro:
      'A file with every figure of the month before, as a direct message, on the second day of each month: by then all its figures are final.',
    readers: 'Send it to',
    readersHint: 'At most ten people. With nobody here, no file is sent.',
    format: 'As',
    formats: { xlsx: 'Excel', csv: 'CSV' },
    mayNot: (people: string) =>
      `Turnover is not shown to ${people}. Leave them out, or add them under “Who sees turnover” first.`,
    saved: (people: string, format: string) => `*Saved.* The ${format} file goes to ${people} every month.`,
    savedNobody: '*Saved.* No file is sent.',
    notSent: (person: string, days: string, code: string) =>
      `The file of ${days} could not be sent to ${person}: Slack does not take it. Daybook tries again for four days. Who gets it is in \`/lightspeed settings\`; \`/turnover ${code} xlsx\` sends it to you.`,
  },
};
