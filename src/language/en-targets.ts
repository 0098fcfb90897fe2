import { plural } from './plural.ts';

/** What Daybook says in English of targets. */
export const enTargets = {
  target: {
    title: 'Targets',
    open: 'Targets',
    intro: (vat: string) =>
      `What each department is to turn over on each weekday, told ${vat} as all turnover is. The digest and \`/turnover\` say how much of it was attained.`,
    noDepartments: 'There are no departments yet: map your stores first with `/lightspeed map`.',
    noLink: 'No Lightspeed account is linked yet, so it is not known in which currency. Link one first.',
    pick: 'Set targets of a department',
    pickHint: 'Choose a department',
    line: (department: string, week: string) => `*${department}*: ${week}`,
    none: (departments: string) => `Without targets: ${departments}.`,
    otherVat: (department: string, vat: string) =>
      `:warning: The targets of *${department}* were set ${vat}, so they are held against nothing until they are set again.`,
    later: (department: string, days: string) => `*${department}* has other targets from ${days}.`,
    singleDays: (department: string, days: number) =>
      `*${department}* has targets of ${plural(days, 'one day', `${days} days`)} to come, whatever their weekday.`,
    more: (number: number) => `… and ${number} more ${plural(number, 'line', 'lines')}`,
    nothing: '–',

    copy: 'Copy from last year…',
    upload: 'Upload a CSV…',
    download: 'Send me the CSV to fill in',
    downloaded: 'The file is in your direct messages with Daybook. Fill it in, and upload it here.',

    weekTitle: 'Targets of a week',
    weekIntro: (department: string, vat: string) =>
      `Targets of *${department}*, ${vat}. A weekday left empty has none.`,
    changed: (who: string, time: string) =>
      `:warning: *Nothing of yours is saved yet.* ${who} set targets of this department while your form was open (${time}). Save again to put yours in their place, or cancel to keep them.`,
    amountHint: (currency: string) => `In ${currency}, such as 4200 or 4200.50.`,
    currency: 'Currency',
    from: 'From this day on',
    fromHint: 'Earlier days keep the targets they had.',
    unreadable: (currency: string) => `Write an amount above zero in ${currency}, such as 4200.`,
    ambiguous: (first: string, second: string) =>
      `This may mean ${first} or ${second}. Write it without thousands marks.`,
    saved: (department: string, day: string) => `*Saved.* The targets of *${department}* count from ${day}.`,
    gone: 'That department is not there any more. Nothing was saved.',

    copyTitle: 'Copy from last year',
    copyIntro:
      'The average of each weekday last year, and so much more. Days with a store missing, and closed days, are left out. You see the amounts before anything is saved.',
    copyDepartment: 'Only this department',
    copyDepartmentHint: 'Empty: every department.',
    basis: 'Average of',
    bases: { month: 'The same month last year', weeks: 'The same four weeks last year' },
    percent: 'How many per cent more',
    percentHint: 'Such as 5; -3 is less.',
    show: 'Show',
    shown: (days: string, percent: string, vat: string) =>
      `The weekdays of ${days}, ${percent}, ${vat}, in whole units:`,
    shownFrom: (day: string) => `Save lets them count from ${day}.`,
    shownDays: (department: string, week: string, days: number) =>
      `*${department}* (${plural(days, 'one day', `${days} days`)}): ${week}`,
    shownGaps:
      'A dash: no such weekday of last year can be used, so it has no target from then on, whatever it has now. Set it by hand after this.',
    shownWithout: (departments: string) => `Of these no day last year can be used: ${departments}.`,
    shownNothing: (days: string) =>
      `No day of ${days} can be used: Daybook knows no complete one. Import older days first.`,
    shownAnew: 'The figures of last year have just changed, so look once more:',
    copied: (departments: number, day: string) =>
      `*Saved.* The targets of ${plural(departments, 'one department', `${departments} departments`)} count from ${day}.`,

    fileTitle: 'Upload targets',
    fileIntro:
      'Three columns: department; weekday or date; amount. An empty amount takes a target away, and what the file does not name stays as it is. Nothing is saved when any line is wrong.',
    file: 'CSV file',
    fileFrom: 'Weekdays count from',
    check: 'Upload',
    fileName: 'targets',
    fileComment: 'Your targets: fill in the amounts, and upload the file with `/lightspeed targets`.',
    columns: { department: 'department', when: 'weekday or date', amount: 'amount' },
    uploaded: (weekdays: number, days: number, departments: number) =>
      `*Saved:* ${plural(weekdays, 'one weekday', `${weekdays} weekdays`)} and ${plural(days, 'one single day', `${days} single days`)} of ${plural(departments, 'one department', `${departments} departments`)}.`,
    fileWrong: (errors: number) =>
      `*Nothing was saved.* ${plural(errors, 'One line is', `${errors} lines are`)} wrong:`,
    fileEmpty: 'There is no line in that file. Nothing was saved.',
    fileTooLong: (most: string) => `That file has more than ${most} lines. Nothing was saved.`,
    fileTooLarge: 'That file is too large. Nothing was saved.',
    fileUnread: 'Slack did not hand over the file. Nothing was saved; try again in a minute.',
    lineError: (line: number, what: string) => `Line ${line}: ${what}`,
    wrong: {
      columns: (found: number) =>
        `three columns are needed, there ${plural(found, 'is one', `are ${found}`)}. Put an amount with a comma in quotes.`,
      department: (typed: string) => `there is no department “${typed}”.`,
      departmentNear: (typed: string, near: string) => `there is no department “${typed}”. Is it ${near}?`,
      when: (typed: string) => `“${typed}” is no weekday, and no date such as 2026-12-24.`,
      amount: (typed: string, currency: string) => `“${typed}” is no amount above zero in ${currency}.`,
      ambiguous: (typed: string, first: string, second: string) =>
        `“${typed}” may mean ${first} or ${second}. Write it without thousands marks.`,
      twice: (earlier: number) => `line ${earlier} says the same weekday or date of that department.`,
    },

    attained: (percent: string) => `${percent} of the target`,
    attainedOf: (percent: string, target: string) => `${percent} of the target of ${target}`,
    ofDepartments: (attained: string, held: number, of: number) =>
      `${attained}, over ${held} of ${of} departments`,
    resultLine: (department: string, attained: string, difference: string) =>
      `${department}: ${attained} (${difference})`,
    plainLine: (department: string, attained: string) => `${department}: ${attained}`,
    otherWay: (vat: string) =>
      `The targets were set ${vat}, so nothing is held against them. Set them again with \`/lightspeed targets\`.`,
    column: 'Target',
  },
};
