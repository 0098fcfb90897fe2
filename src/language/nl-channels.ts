import type { enChannels } from './en-channels.ts';
import { plural } from './plural.ts';

/** What Daybook says in Dutch of the channels that get the digest. */
export const nlChannels: typeof enChannels = {
  channels: {
    title: 'Ochtendbericht',
    add: 'Kanaal toevoegen',
    edit: 'Aanpassen',
    editLabel: (number: number) => `Kanaal ${number} aanpassen`,
    preview: 'Voorbeeld',
    previewLabel: (number: number) => `Voorbeeld van het bericht in kanaal ${number}`,
    test: 'Stuur mij een proef',
    testLabel: (number: number) => `Stuur mij een proef van kanaal ${number}`,
    remove: 'Verwijderen',
    removeLabel: (number: number) => `Kanaal ${number} verwijderen`,
    removeTitle: 'Kanaal verwijderen?',
    removeQuestion: 'Het krijgt geen ochtendberichten meer. Wat er al staat, blijft staan.',
    line: (channel: string, hour: string, zone: string) => `<#${channel}> om ${hour} (${zone})`,
    everyDay: 'elke dag',
    allDepartments: 'alle afdelingen',
    percentOnly: 'alleen veranderingen, geen bedragen',
    noPicture: 'geen plaatje',
    chosenGone: 'geen van de gekozen afdelingen bestaat nog',
    trouble: (since: string, mend: string) =>
      `:warning: Sinds ${since} komt het ochtendbericht er niet aan. ${mend}`,

    formTitle: 'Ochtendbericht',
    channel: 'Kanaal van het ochtendbericht',
    hour: 'Uur van het ochtendbericht',
    zone: 'Tijdzone van dat uur',
    weekdays: 'Dagen waarop het komt',
    weekdaysHint:
      'Elk bericht vertelt over de dag ervoor: dat van maandag over zondag. Wat een overgeslagen dag zou vertellen, komt niet alsnog; vraag het op met /turnover.',
    departments: 'Afdelingen',
    departmentsHint: 'Kies er geen voor allemaal, ook die er nog komen.',
    departmentsPlaceholder: 'Alle afdelingen',
    amounts: 'Wat er te zien is',
    money: 'Bedragen en veranderingen',
    percent: 'Alleen veranderingen',
    percentHint:
      'Bij alleen veranderingen staat er geen bedrag in het bericht, het plaatje of de reacties eronder. Wie /turnover mag gebruiken, staat daar los van.',
    picture: 'Plaatje',
    withPicture: 'Met plaatje',
    withoutPicture: 'Zonder plaatje',
    seenBy:
      'Iedereen in het kanaal ziet wat er geplaatst wordt, gasten ook, wie de omzet verder ook mag zien.',

    saved: (channel: string, hour: string) =>
      `Opgeslagen. Het ochtendbericht gaat naar <#${channel}> om ${hour}.`,
    removed: (channel: string) => `<#${channel}> krijgt geen ochtendberichten meer.`,
    gone: 'Dat kanaal krijgt geen ochtendbericht meer. Er is niets gewijzigd.',
    tooMany: (most: number) =>
      `Hoogstens ${most} ${plural(most, 'kanaal kan', 'kanalen kunnen')} het ochtendbericht krijgen.`,
    taken: 'Dit kanaal krijgt het ochtendbericht al. Pas het aan in de lijst.',
    departmentGone:
      'Een afdeling die hier gekozen is, bestaat niet meer. Sluit dit formulier, open het opnieuw en kies opnieuw; er is niets gewijzigd.',
    noDay: 'Kies minstens één dag.',
    tested: 'Verstuurd. Kijk bij je berichten met Daybook.',
    previewTitle: 'Voorbeeld',
    previewIn: (channel: string) => `Zo zou het ochtendbericht er in <#${channel}> uitzien.`,
    previewPicture: 'Het plaatje ontbreekt hier; “Stuur mij een proef” laat het zien.',
    inThread: 'In de reacties eronder',
    nothingToShow: 'Er zijn nog geen cijfers om te laten zien. Probeer het na de eerste import opnieuw.',
  },
};
