/** What Daybook says in English in and about its pictures. */
export const enCharts = {
  chart: {
    /** A department whose name cannot be drawn. */
    department: (number: string) => `Department ${number}`,
    more: (number: number, text: string) =>
      number === 1
        ? 'One more department is not in the picture.'
        : `${text} more departments are not in the picture.`,
    ownScales: 'Each currency has a scale of its own.',
    noAmounts: 'This channel sees changes only: the bars show how the departments compare.',
    nothingToCompare: 'nothing to compare with',
    barsAlt: (day: string) => `Bars of the turnover by department, ${day}:`,
    barAlt: (name: string, figures: string) => `${name}: ${figures}`,
    changed: (change: string, day: string) => `${change} on ${day}`,
    was: (amount: string, day: string) => `${day} ${amount}`,
  },
};
