import type { SeenMessage, SeenView } from '../../../demo/slack/driver/look.ts';
import type { PersonDriver } from '../../../demo/slack/driver/person.ts';
import type { Scene } from './scene.ts';

/** How long a person waits for something to show, milliseconds: generous, since tests share a busy machine. */
const patience = 8_000;

/** The modal that a person sees once it says the words. */
export function modalSaying(scene: Scene, words: string, person = scene.manager): Promise<SeenView> {
  return scene.slack.waitFor(
    () => {
      const modal = person.modal();
      return modal && saidIn(modal).includes(words) ? modal : undefined;
    },
    patience,
    `a modal saying "${words}"; it says "${person.modal()?.words ?? ''}"`,
  );
}

/** The first answer that only this person sees, after `skip` earlier ones. */
export function answerTo(
  scene: Scene,
  { person = scene.manager, channel = 'general', skip = 0 }: Where = {},
): Promise<SeenMessage> {
  return scene.slack.waitFor(() => answersTo(person, channel)[skip], patience, 'an answer');
}

export interface Where {
  person?: PersonDriver;
  channel?: string;
  skip?: number;
}

/** Types a command in #general and gives the answer to it. */
export async function ask(scene: Scene, line: string, person = scene.manager): Promise<SeenMessage> {
  const skip = answersTo(person, 'general').length;
  await person.command(line, { channel: 'general' });
  return answerTo(scene, { person, skip });
}

/** The modal a person has now. */
export function modalOf(person: PersonDriver): SeenView {
  const modal = person.modal();
  if (!modal) throw new Error('no modal is open');
  return modal;
}

function answersTo(person: PersonDriver, channel: string): SeenMessage[] {
  return person.seen(channel).filter(({ isEphemeral }) => isEphemeral);
}

function saidIn({ title, words, errors }: SeenView): string {
  return [title, words, ...Object.values(errors)].join('\n');
}
