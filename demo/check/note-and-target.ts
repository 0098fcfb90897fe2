import type { SeenMessage } from '../slack/driver/look.ts';
import type { PersonDriver } from '../slack/driver/person.ts';
import { amountText } from './amount-text.ts';
import { expectIncludes } from './expect.ts';
import type { Stage } from './story.ts';

const note = 'Market in the street all day';

/** What City is to turn over on a Wednesday, in whole euros excl. VAT. */
const target = 6_000;

/** Somebody replies under the digest, and is told that it is a note of the day now. */
export async function leaveNote({ workspace, tell }: Stage, threadTs: string): Promise<void> {
  const { slack } = workspace;
  const member = slack.as('U2MEMBER');
  await member.say('sales', note, { threadTs });
  const told = await slack.waitFor(
    () =>
      member.seen('sales').find(({ isEphemeral, words }) => isEphemeral && words.includes('Kept as a note')),
    3_000,
    'that the reply was kept',
  );
  tell(`A reply under the digest: ${told.text}`);
}

/** A manager sets a target for the Wednesdays of a department. */
export async function setTarget({ workspace, tell }: Stage, manager: PersonDriver): Promise<void> {
  const { slack } = workspace;
  const saying = (words: string) =>
    slack.waitFor(
      () => {
        const modal = manager.modal();
        return modal?.words.includes(words) ? modal : undefined;
      },
      3_000,
      words,
    );
  await manager.command('/lightspeed targets', { channel: 'general' });
  await manager.select(await saying('Set targets of a department'), 'Choose a department', 'City');
  const form = await saying('Targets of *City*');
  await manager.type(form, 'Wednesday', String(target));
  await manager.select(form, 'From this day on', '2025-11-01');
  await manager.submit(form);
  const list = await saying('*Saved.*');
  tell(`A target: ${list.words.split('\n')[0] ?? ''}`);
  await manager.close(list);
}

/** The day's log says both; `city` is what City turned over, in cents excl. VAT. */
export function expectNoteAndTarget({ words, text }: SeenMessage, city: number): void {
  const percent = Math.floor(city / target);
  const attained = `${percent}% of the target of ${amountText(target * 100)}, over 1 of 2 departments`;
  expectIncludes(words, `> ${note}`, 'the note in the log');
  expectIncludes(text, attained, 'the target in the log');
}
