import type { enImport } from './en-import.ts';

/** What Daybook says in Dutch of importing days. */
export const nlImport: typeof enImport = {
  importNow: {
    title: 'Importeren',
    running: 'De laatste twee dagen worden uit Lightspeed gelezen…',
    outcome: {
      done: 'De laatste twee dagen zijn binnen.',
      already: 'De laatste twee dagen waren al binnen. Er is niets gewijzigd.',
      running: 'Deze dagen worden al geïmporteerd. De cijfers zijn er zo.',
      failed: 'De import is niet gelukt en er is niets gewijzigd.',
      'no-stores':
        'Geen enkele winkel van dit account is te lezen: geen ervan heeft een tijdzone in Lightspeed. Stel die daar in en probeer het opnieuw.',
      paused: 'Dit account is gepauzeerd, dus er is niets gelezen. Hervat het in `/lightspeed status`.',
    },
    why: {
      KeyRefusedError: 'Lightspeed weigert de sleutel. Geef een nieuwe met `/lightspeed koppelen`.',
      AccessDeniedError: {
        r: 'Lightspeed laat de sleutel binnen, maar niet bij de verkopen. Hij mist het recht `employee:register`: vraag wie Lightspeed beheert om dat aan de medewerker van de sleutel te geven, of koppel met de sleutel van iemand die het heeft.',
        x: 'Lightspeed laat het token binnen, maar niet bij de verkopen. Maak er een als gebruiker die alle verkopen mag zien, en geef het met `/lightspeed koppelen`.',
      },
      LightspeedDownError: 'Lightspeed antwoordt niet. Daybook probeert het vanzelf opnieuw.',
      UnreadableAnswerError:
        'Lightspeed antwoordde op een manier die Daybook niet begrijpt. Het wordt vanzelf opnieuw geprobeerd.',
      ClientRefusedError:
        'Lightspeed accepteert de client-id en het geheim van deze Daybook niet. Meld het je technisch beheerder.',
      VaultError: 'De bewaarde sleutel is niet te openen. Geef hem opnieuw met `/lightspeed koppelen`.',
      other:
        'Er gebeurde iets onverwachts. Daybook probeert het vanzelf opnieuw; blijft het zo, meld het je technisch beheerder.',
    },
    dayLine: (day: string, amount: string) => `${day}: ${amount}`,
    nothingMapped: 'nog geen winkel ingedeeld',
    noLink: 'Er is nog geen Lightspeed-account gekoppeld. Begin met `/lightspeed koppelen`.',
  },

  backfill: {
    title: 'Oudere dagen',
    intro:
      'Daybook leest oudere dagen uit Lightspeed, de nieuwste eerst, tussen de nachten door. Ze zijn meteen definitief.',
    from: 'Eerste dag',
    to: 'Laatste dag',
    submit: 'Importeren',
    started: (from: string, to: string) =>
      `Begonnen: ${from} t/m ${to}. Een bericht van Daybook laat zien hoe ver het is.`,
    refused: {
      'under-way':
        'Er worden al oudere dagen van dit account geïmporteerd. Wacht daarop, of stop het in het bericht ervan.',
      future: 'De laatste dag moet voorbij zijn. Kies gisteren of een eerdere dag.',
      'too-far':
        'Daybook leest hoogstens 25 maanden terug. Kies een latere eerste dag; er is niets begonnen.',
      backwards: 'De laatste dag ligt voor de eerste: wijzig een van beide.',
      'no-stores':
        'Geen enkele winkel van dit account is te lezen: geen ervan heeft een tijdzone in Lightspeed. Stel die daar in en probeer het opnieuw.',
      paused:
        'Dit account is gepauzeerd, dus er wordt niets gelezen. Hervat het eerst in `/lightspeed status`.',
    },
    unreadable: (typed: string) =>
      `“${typed}” kan ik niet als dagen lezen. Schrijf \`/lightspeed importeren 2024-05-01\`, of \`/lightspeed importeren 2024-05-01 2024-05-31\`.`,
    headline: (account: string, from: string, to: string) =>
      `Oudere dagen van *${account}*, ${from} t/m ${to}`,
    bar: (done: string, all: string) => `${done} van ${all} dagen`,
    state: {
      running: 'Wordt geïmporteerd.',
      paused: 'Gepauzeerd. De dagen die binnen zijn, blijven.',
      held: 'Wacht, omdat het account gepauzeerd is. Het gaat vanzelf verder als dat hervat wordt.',
      stopped: 'Gestopt. De dagen die binnen zijn, blijven.',
      done: 'Alles binnen.',
    },
    pause: 'Pauzeren',
    resume: 'Doorgaan',
    stop: 'Stoppen',
    stopQuestion: 'Stoppen met oudere dagen importeren? De dagen die binnen zijn, blijven.',
  },
};
