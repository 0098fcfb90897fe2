/** What Daybook says in English of who did what. */
export const enAudit = {
  audit: {
    title: 'Who did what',
    open: 'Who did what',
    intro:
      'Everything that managers changed, what was sent as a file, and who was refused turnover. Only managers see this; nothing in it can be changed or taken out.',
    none: 'Nothing of this kind is written down.',
    kind: 'About',
    anyKind: 'Everything',
    kinds: {
      accounts: 'Accounts and stores',
      departments: 'Departments',
      settings: 'Settings',
      access: 'Who may see what',
      figures: 'Figures and files',
    },
    person: 'By anybody',
    everybody: 'Show everybody',
    older: 'Older',
    newer: 'Newer',
    daybook: 'Daybook',
    operator: 'The operator',
    line: (day: string, time: string, what: string) => `*${day}, ${time}*\n${what}`,
    /** Something that is not known by name any more. */
    unknown: 'one that is gone',
    more: (number: number) => `${number} more`,
    did: {
      workspaceInstalled: (who: string) => `${who} installed Daybook.`,
      workspaceRestored: (who: string) => `${who} installed Daybook again.`,
      workspaceUninstalled: (who: string) => `${who} took Daybook out of Slack.`,
      linkMade: (who: string, account: string) => `${who} linked *${account}*.`,
      linkRenewed: (who: string, account: string) => `${who} gave *${account}* a new key.`,
      linkEnded: (who: string, account: string) => `${who} unlinked *${account}*; its key was deleted.`,
      linkPaused: (who: string, account: string) => `${who} paused *${account}*.`,
      linkResumed: (who: string, account: string) => `${who} resumed *${account}*.`,
      linkTaken: (who: string, account: string) => `${who} took *${account}* over.`,
      storeAdded: (store: string) => `Lightspeed has a new store: *${store}*.`,
      storeRenamed: (was: string, store: string) => `Lightspeed calls *${was}* now *${store}*.`,
      storeArchived: (store: string) => `*${store}* was archived in Lightspeed.`,
      storeGone: (store: string) => `*${store}* is no longer in Lightspeed.`,
      mappingSaved: (who: string, stores: string) => `${who} mapped ${stores}.`,
      departmentAdded: (who: string, department: string) => `${who} added the department *${department}*.`,
      departmentRenamed: (who: string, was: string, department: string) =>
        `${who} renamed the department *${was}* to *${department}*.`,
      departmentMoved: (who: string, department: string) =>
        `${who} gave the department *${department}* another place.`,
      departmentArchived: (who: string, department: string) =>
        `${who} archived the department *${department}*.`,
      departmentRestored: (who: string, department: string) =>
        `${who} brought the department *${department}* back.`,
      departmentMerged: (who: string, from: string, into: string) =>
        `${who} merged *${from}* into *${into}*.`,
      departmentsSorted: (who: string) => `${who} put the departments in order of name.`,
      storeDay: (who: string, store: string, from: string) =>
        `${who} changed when the day of *${store}* begins, from ${from} on.`,
      channelChosen: (who: string, channel: string) => `${who} set the digest in ${channel}.`,
      channelRemoved: (who: string, channel: string) => `${who} ended the digest in ${channel}.`,
      closingChanged: (who: string) => `${who} changed the days on which stores are closed.`,
      vatChosen: (who: string, vat: string) => `${who} chose to tell turnover ${vat}.`,
      languageChosen: (who: string, language: string) => `${who} chose ${language} for channels.`,
      targetsSaved: (who: string, departments: string) => `${who} set targets for ${departments}.`,
      accessChanged: (who: string) => `${who} changed who sees turnover.`,
      departmentAccess: (who: string, department: string) =>
        `${who} changed who sees the turnover of *${department}*.`,
      accessAllowed: (who: string, person: string) => `${who} let ${person} have what they asked for.`,
      accessDeclined: (who: string, person: string) => `${who} declined what ${person} asked for.`,
      managersAdded: (who: string, people: string) => `${who} made managers: ${people}.`,
      managersRemoved: (who: string, people: string) => `${who} took out as managers: ${people}.`,
      refused: (who: string) => `${who} asked for turnover that they may not see.`,
      refusedDepartment: (who: string, department: string) =>
        `${who} asked for the turnover of *${department}*, which they may not see.`,
      monthlyOrdered: (who: string, people: string) => `${who} ordered the monthly file for ${people}.`,
      monthlyEnded: (who: string) => `${who} ended the monthly file.`,
      fileSent: (who: string, days: string) => `${who} had the figures of ${days} sent as a file.`,
      noteChanged: (who: string, person: string, day: string) =>
        `${who} changed the note that ${person} wrote for ${day}.`,
      noteRemoved: (who: string, person: string, day: string) =>
        `${who} removed the note that ${person} wrote for ${day}.`,
      importAsked: (who: string) => `${who} imported the last two days at once.`,
      backfillAsked: (who: string, days: string, account: string) =>
        `${who} asked for older days of *${account}*: ${days}.`,
      backfillPaused: (who: string) => `${who} paused the import of older days.`,
      backfillResumed: (who: string) => `${who} resumed the import of older days.`,
      backfillStopped: (who: string) => `${who} stopped the import of older days.`,
      reimported: (who: string, days: string, account: string) =>
        `${who} imported ${days} of *${account}* again.`,
      figureEntered: (who: string, store: string, day: string, reason: string) =>
        `${who} entered a figure of *${store}* for ${day} by hand: ${reason}`,
      figureReleased: (who: string, store: string, day: string) =>
        `${who} took back the figure by hand of *${store}* for ${day}.`,
    },
  },
};
