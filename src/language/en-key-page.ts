import { plural } from './plural.ts';

/** What Daybook says in English on the page where a key is entered that never passes through Slack, and of it; plain text. */
export const enKeyPage = {
  keyPage: {
    button: 'Enter the key on a web page instead',
    offer:
      'The key can stay out of Slack altogether. The page is for you alone and good once, for ten minutes; a message here tells you when it is done.',
    heading: {
      r: 'Enter the API key of your Lightspeed account',
      x: 'Enter the personal token of your shop',
    },
    headingFor: (account: string) => `Enter the new key of ${account}`,
    intro: 'What you type here goes straight to Daybook, which keeps it encrypted and never shows it again.',
    where: {
      r: 'You find it in Lightspeed Retail under Settings > Client API Access.',
      x: 'You make it in Lightspeed Retail under Setup > Personal Tokens.',
    },
    token: 'Personal token',
    until: (minutes: number) =>
      `This page is good once, for ${minutes} more ${plural(minutes, 'minute', 'minutes')}.`,
    left: (number: number) => `You may try ${number} more ${plural(number, 'time', 'times')} here.`,
    renewed: (account: string) => `${account} has its new key.`,
    busy: 'A key is being tried on this page already, perhaps in another window.',
    wait: 'Wait for its answer there. If none comes, try again here in half a minute.',
    tooLong: 'That is far too long for a key. Nothing was changed.',
    elsewhere: 'This did not come from Daybook’s own page, so it was not looked at. Nothing was changed.',
    again: 'For a new page, type /lightspeed link in Slack and press “Enter the key on a web page instead”.',
  },
};
