/** What Daybook says in English to who installs it in a workspace. */
export const enInstall = {
  install: {
    title: 'Daybook',
    done: (workspace: string) => `Daybook is installed in ${workspace}.`,
    doneNext:
      'Open Daybook in Slack: its Home shows what is next, and whoever installs it for the first time gets a message with the three steps.',
    doneOrg:
      'Your organisation has to add Daybook to its workspaces, too: in Slack’s administration, under the app’s workspaces. Then open Daybook in Slack: its Home shows what is next.',
    open: 'Open Daybook in Slack',
    cancelled: 'You did not let Daybook into Slack, so nothing was installed.',
    stale:
      'This page was used before, is older than ten minutes, or was begun in another browser. Nothing was changed.',
    busy: 'The earlier data of this workspace is being deleted just now. Nothing was changed. Try again in a few minutes.',
    failed: (id: string) =>
      `Daybook could not be installed. If it stays so, tell your operator this number: ${id}.`,
    again: 'To try again, begin anew.',
    begin: 'Install Daybook',
    /** To who uses it where it is not. */
    notHere:
      'Daybook is not installed here any more. Ask whoever runs Slack here to install it again; within 30 days everything is as it was.',
    anewHeading: 'Daybook has to be installed again',
    anew: 'Slack does not renew Daybook’s access to this workspace. In a few hours Daybook falls silent: no digest, no answers. Nothing is lost.',
    anewNext: 'Install Daybook again, and it goes on as before.',
    anewHow: 'Install Daybook again from the page where you installed it, and it goes on as before.',
  },
};
