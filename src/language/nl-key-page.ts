import type { enKeyPage } from './en-key-page.ts';
import { plural } from './plural.ts';

/** What Daybook says in Dutch on the page where a key is entered that never passes through Slack, and of it; plain text. */
export const nlKeyPage: typeof enKeyPage = {
  keyPage: {
    button: 'Sleutel op een webpagina invullen',
    offer:
      'De sleutel kan helemaal buiten Slack blijven. De pagina is alleen voor jou en één keer te gebruiken, tien minuten lang; een bericht hier zegt wanneer het klaar is.',
    heading: {
      r: 'Vul de API-sleutel van je Lightspeed-account in',
      x: 'Vul het persoonlijke token van je winkel in',
    },
    headingFor: (account: string) => `Vul de nieuwe sleutel van ${account} in`,
    intro:
      'Wat je hier typt gaat rechtstreeks naar Daybook, dat het versleuteld bewaart en nooit meer laat zien.',
    where: {
      r: 'Je vindt hem in Lightspeed Retail onder Settings > Client API Access.',
      x: 'Je maakt het in Lightspeed Retail onder Setup > Personal Tokens.',
    },
    token: 'Persoonlijk token',
    until: (minutes: number) =>
      `Deze pagina is één keer te gebruiken, nog ${minutes} ${plural(minutes, 'minuut', 'minuten')}.`,
    left: (number: number) => `Je kunt het hier nog ${number} ${plural(number, 'keer', 'keren')} proberen.`,
    renewed: (account: string) => `${account} heeft zijn nieuwe sleutel.`,
    busy: 'Op deze pagina wordt al een sleutel geprobeerd, misschien in een ander venster.',
    wait: 'Wacht daar op het antwoord. Komt dat niet, probeer het hier dan over een halve minuut opnieuw.',
    tooLong: 'Dat is veel te lang voor een sleutel. Er is niets gewijzigd.',
    elsewhere: 'Dit kwam niet van Daybooks eigen pagina en is daarom niet bekeken. Er is niets gewijzigd.',
    again:
      'Voor een nieuwe pagina typ je /lightspeed koppelen in Slack en druk je op “Sleutel op een webpagina invullen”.',
  },
};
