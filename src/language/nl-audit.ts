import type { enAudit } from './en-audit.ts';

/** What Daybook says in Dutch of who did what. */
export const nlAudit: typeof enAudit = {
  audit: {
    title: 'Wie deed wat',
    open: 'Wie deed wat',
    intro:
      'Alles wat beheerders wijzigden, wat als bestand is verstuurd, en wie omzet is geweigerd. Alleen beheerders zien dit; er kan niets in worden gewijzigd of uit worden gehaald.',
    none: 'Van deze soort is niets opgeschreven.',
    kind: 'Over',
    anyKind: 'Alles',
    kinds: {
      accounts: 'Accounts en winkels',
      departments: 'Afdelingen',
      settings: 'Instellingen',
      access: 'Wie wat mag zien',
      figures: 'Cijfers en bestanden',
    },
    person: 'Door iedereen',
    everybody: 'Toon iedereen',
    older: 'Ouder',
    newer: 'Nieuwer',
    daybook: 'Daybook',
    operator: 'De technisch beheerder',
    line: (day: string, time: string, what: string) => `*${day} om ${time}*\n${what}`,
    unknown: 'een die er niet meer is',
    more: (number: number) => `nog ${number}`,
    did: {
      workspaceInstalled: (who: string) => `${who} installeerde Daybook.`,
      workspaceRestored: (who: string) => `${who} installeerde Daybook opnieuw.`,
      workspaceUninstalled: (who: string) => `${who} haalde Daybook uit Slack.`,
      linkMade: (who: string, account: string) => `${who} koppelde *${account}*.`,
      linkRenewed: (who: string, account: string) => `${who} gaf *${account}* een nieuwe sleutel.`,
      linkEnded: (who: string, account: string) =>
        `${who} ontkoppelde *${account}*; de sleutel is verwijderd.`,
      linkPaused: (who: string, account: string) => `${who} pauzeerde *${account}*.`,
      linkResumed: (who: string, account: string) => `${who} hervatte *${account}*.`,
      linkTaken: (who: string, account: string) => `${who} nam *${account}* over.`,
      storeAdded: (store: string) => `Lightspeed heeft een nieuwe winkel: *${store}*.`,
      storeRenamed: (was: string, store: string) => `Lightspeed noemt *${was}* nu *${store}*.`,
      storeArchived: (store: string) => `*${store}* is in Lightspeed gearchiveerd.`,
      storeGone: (store: string) => `*${store}* is niet meer in Lightspeed.`,
      mappingSaved: (who: string, stores: string) => `${who} deelde ${stores} in.`,
      departmentAdded: (who: string, department: string) => `${who} voegde de afdeling *${department}* toe.`,
      departmentRenamed: (who: string, was: string, department: string) =>
        `${who} hernoemde de afdeling *${was}* tot *${department}*.`,
      departmentMoved: (who: string, department: string) =>
        `${who} gaf de afdeling *${department}* een andere plaats.`,
      departmentArchived: (who: string, department: string) =>
        `${who} archiveerde de afdeling *${department}*.`,
      departmentRestored: (who: string, department: string) =>
        `${who} haalde de afdeling *${department}* terug.`,
      departmentMerged: (who: string, from: string, into: string) =>
        `${who} voegde *${from}* samen met *${into}*.`,
      departmentsSorted: (who: string) => `${who} zette de afdelingen op naam.`,
      storeDay: (who: string, store: string, from: string) =>
        `${who} wijzigde wanneer de dag van *${store}* begint, vanaf ${from}.`,
      channelChosen: (who: string, channel: string) => `${who} stelde het ochtendbericht in ${channel} in.`,
      channelRemoved: (who: string, channel: string) => `${who} beëindigde het ochtendbericht in ${channel}.`,
      closingChanged: (who: string) => `${who} wijzigde de dagen waarop winkels dicht zijn.`,
      vatChosen: (who: string, vat: string) => `${who} koos om omzet ${vat} te vertellen.`,
      languageChosen: (who: string, language: string) => `${who} koos ${language} voor kanalen.`,
      targetsSaved: (who: string, departments: string) => `${who} stelde doelen in voor ${departments}.`,
      accessChanged: (who: string) => `${who} wijzigde wie de omzet ziet.`,
      departmentAccess: (who: string, department: string) =>
        `${who} wijzigde wie de omzet van *${department}* ziet.`,
      accessAllowed: (who: string, person: string) => `${who} gaf ${person} waar die om vroeg.`,
      accessDeclined: (who: string, person: string) => `${who} wees af waar ${person} om vroeg.`,
      managersAdded: (who: string, people: string) => `${who} maakte beheerder: ${people}.`,
      managersRemoved: (who: string, people: string) => `${who} haalde weg als beheerder: ${people}.`,
      refused: (who: string) => `${who} vroeg om omzet die voor anderen is.`,
      refusedDepartment: (who: string, department: string) =>
        `${who} vroeg om de omzet van *${department}*, die voor anderen is.`,
      monthlyOrdered: (who: string, people: string) => `${who} bestelde het maandbestand voor ${people}.`,
      monthlyEnded: (who: string) => `${who} beëindigde het maandbestand.`,
      fileSent: (who: string, days: string) => `${who} liet de cijfers van ${days} als bestand sturen.`,
      noteChanged: (who: string, person: string, day: string) =>
        `${who} wijzigde de notitie die ${person} schreef bij ${day}.`,
      noteRemoved: (who: string, person: string, day: string) =>
        `${who} verwijderde de notitie die ${person} schreef bij ${day}.`,
      importAsked: (who: string) => `${who} importeerde de laatste twee dagen meteen.`,
      backfillAsked: (who: string, days: string, account: string) =>
        `${who} vroeg om oudere dagen van *${account}*: ${days}.`,
      backfillPaused: (who: string) => `${who} pauzeerde de import van oudere dagen.`,
      backfillResumed: (who: string) => `${who} hervatte de import van oudere dagen.`,
      backfillStopped: (who: string) => `${who} stopte de import van oudere dagen.`,
      reimported: (who: string, days: string, account: string) =>
        `${who} importeerde ${days} van *${account}* opnieuw.`,
      figureEntered: (who: string, store: string, day: string, reason: string) =>
        `${who} voerde met de hand een cijfer in van *${store}* voor ${day}: ${reason}`,
      figureReleased: (who: string, store: string, day: string) =>
        `${who} trok het met de hand ingevoerde cijfer van *${store}* voor ${day} in.`,
    },
  },
};
