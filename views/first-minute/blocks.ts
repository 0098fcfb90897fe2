import type { Button, KnownBlock } from '@slack/types';
import type { Steps } from '../../src/first-minute/steps.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import { button, context, section } from '../blocks.ts';
import { actions } from '../ids.ts';

/** The steps in their order, each with the action that opens its form. */
const forms = [
  ['link', actions.openLink],
  ['map', actions.openMapping],
  ['channel', actions.openSettings],
] as const satisfies readonly (readonly [keyof Steps, string])[];

/** A line a step: done, next or still to do, with the button that opens its form; that of the next one stands out. */
export function stepBlocks(steps: Steps, language: Language): KnownBlock[] {
  return stepLines(steps, language).map(({ text, accessory }) => section(text, accessory));
}

/** How to begin. */
export function welcomeMessage(steps: Steps, language: Language): Message {
  const { firstMinute, home } = texts(language);
  const lines = stepLines(steps, language).map(({ text }) => text);
  return {
    text: [firstMinute.welcome, ...lines].join('\n'),
    blocks: [
      section(firstMinute.welcome),
      ...stepBlocks(steps, language),
      context(`${firstMinute.later} ${home.help}`),
    ],
  };
}

function stepLines(steps: Steps, language: Language): { text: string; accessory?: Button }[] {
  const { firstMinute: say } = texts(language);
  const next = forms.find(([step]) => !steps[step])?.[0];
  return forms.map(([step, action], index) => {
    const { name, how, button: text } = say[step];
    const title = `*${index + 1}. ${name}*`;
    if (steps[step]) return { text: say.done(title) };
    if (step !== next) return { text: say.open(title, how), accessory: button({ action, text }) };
    return { text: say.next(title, how), accessory: button({ action, text, style: 'primary' }) };
  });
}
