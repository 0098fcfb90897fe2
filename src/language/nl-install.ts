import type { enInstall } from './en-install.ts';

/** What Daybook says in Dutch to who installs it in a workspace. */
export const nlInstall: typeof enInstall = {
  install: {
    title: 'Daybook',
    done: (workspace: string) => `Daybook is geïnstalleerd in ${workspace}.`,
    doneNext:
      'Open Daybook in Slack: de startpagina laat zien wat de volgende stap is, en wie Daybook voor het eerst installeert, krijgt een bericht met de drie stappen.',
    doneOrg:
      'Je organisatie moet Daybook ook nog aan de workspaces toevoegen: in het beheer van Slack, bij de workspaces van de app. Open daarna Daybook in Slack: de startpagina laat zien wat de volgende stap is.',
    open: 'Naar Daybook in Slack',
    cancelled: 'Je hebt Daybook niet in Slack toegelaten. Er is dus niets geïnstalleerd.',
    stale:
      'Deze pagina is al gebruikt, is ouder dan tien minuten, of je bent in een andere browser begonnen. Er is niets veranderd.',
    busy: 'De oude gegevens van deze workspace worden op dit moment verwijderd. Er is niets veranderd. Probeer het over een paar minuten opnieuw.',
    failed: (id: string) =>
      `Daybook kon niet worden geïnstalleerd. Blijft dat zo, geef je beheerder dan dit nummer: ${id}.`,
    again: 'Begin opnieuw om het nog eens te proberen.',
    begin: 'Daybook installeren',
    notHere:
      'Daybook is hier niet meer geïnstalleerd. Vraag de beheerder van Slack om het opnieuw te installeren; binnen 30 dagen is alles weer zoals het was.',
    anewHeading: 'Daybook moet opnieuw worden geïnstalleerd',
    anew: 'Slack verlengt de toegang van Daybook tot deze workspace niet. Over een paar uur zwijgt Daybook: geen ochtendbericht en geen antwoorden. Er gaat niets verloren.',
    anewNext: 'Installeer Daybook opnieuw, dan gaat alles verder zoals voorheen.',
    anewHow:
      'Installeer Daybook opnieuw vanaf de pagina waar je het hebt geïnstalleerd, dan gaat alles verder zoals voorheen.',
  },
};
