import type { enCare } from './en-care.ts';
import { plural } from './plural.ts';

/** What Daybook says in Dutch of new stores, of older days on offer, and of what is special about a link. */
export const nlCare: typeof enCare = {
  storeNotice: {
    line: (store: string) => `*${store}* is nog niet ingedeeld.`,
    mapped: (store: string, departments: string, by: string) =>
      `*${store}*: ingedeeld bij ${departments} door <@${by}>, vanaf de eerste dag.`,
    ignored: (store: string, by: string) => `*${store}*: genegeerd door <@${by}>. Telt in geen totaal mee.`,
    choose: 'Kies een afdeling',
    newDepartment: 'Nieuwe afdeling of verdelen…',
    more: (number: number) => `… en nog ${number} ${plural(number, 'winkel', 'winkels')}.`,
    overtaken: (line: string) => `Dat was al gedaan, dus er is nu niets gewijzigd. ${line}`,
    gone: 'Die winkel bestaat niet meer. Er is niets gewijzigd. Open het formulier met `/lightspeed indelen`.',
  },

  olderDays: {
    offer: 'De omzet van vóór vandaag is ook in te lezen, tot 25 maanden terug.',
    button: 'Oudere dagen importeren…',
    account: 'Account',
  },

  linkMore: {
    backfill: (done: string, all: string, state: string) =>
      `Oudere dagen: ${done} van ${all} binnen. ${state}`,
    ignored: (names: string) => `Genegeerd, in geen totaal: ${names}.`,
    ownDays: (names: string) => `Dagen die niet om middernacht beginnen: ${names}.`,
    ownDay: (store: string, hour: string) => `${store} vanaf ${hour}`,
    consentEnds: (on: string) =>
      `:warning: De toestemming van Lightspeed verloopt ${on} als ze niet gebruikt wordt: hervat het account voor die tijd.`,
    vat: (vat: string) => `Omzet wordt getoond ${vat}.`,
  },
};
