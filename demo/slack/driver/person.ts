import type { JsonObject } from '../json.ts';
import type { World } from '../world/world.ts';
import type { Confirmation } from './act.ts';
import { click } from './act.ts';
import { attach, type OwnFile } from './attach.ts';
import { cannot } from './cannot.ts';
import type { Choice } from './choose.ts';
import { typeCommand } from './command.ts';
import type { Wanted } from './fields.ts';
import { select, type } from './fill.ts';
import { openHome } from './home.ts';
import type { SeenMessage, SeenView } from './look.ts';
import { seenHome, seenMessages, seenModal } from './look.ts';
import type { Outcome } from './outcome.ts';
import type { Target } from './place.ts';
import { rewrite, say, unsay } from './say.ts';
import { close, submit } from './submit.ts';
import { typeAhead } from './type-ahead.ts';

/**
 * What a person can do and see. Everything returns when the app has answered, or its time is over;
 * it throws PersonCannotError for what the screen would not let them do, naming what is there.
 * Fields go by their visible label (or action_id), buttons by their text (or action_id), or exactly by both their ids.
 */
export type PersonDriver = {
  id: string;
  /** Types a slash command, in the first channel the person is in unless another is named. */
  command(line: string, options?: { channel?: string }): Promise<Outcome>;
  click(target: Target, button: Wanted, answer?: Confirmation): Promise<Outcome>;
  select(target: Target, label: Wanted, choice: Choice, answer?: Confirmation): Promise<Outcome>;
  type(target: Target, label: Wanted, text: string, options?: { enter?: boolean }): Promise<Outcome>;
  attach(target: Target, label: Wanted, files: OwnFile[]): Promise<Outcome>;
  submit(target: Target): Promise<Outcome>;
  close(target: Target): Promise<Outcome>;
  openHome(tab?: 'home' | 'messages'): Promise<Outcome>;
  /** The options an external select shows for what is typed. */
  typeAhead(target: Target, label: Wanted, query: string): Promise<JsonObject[]>;
  /** Says something in a channel or a thread; the app hears it where it subscribed to messages and is in the channel. */
  say(channel: string, text: string, options?: { threadTs?: string }): Promise<SeenMessage>;
  /** Has a message of their own say something else. */
  rewrite(message: SaidMessage, text: string): Promise<void>;
  /** Deletes a message of their own. */
  unsay(message: SaidMessage): Promise<void>;
  /** Messages of a channel (id, name, or 'app' for the conversation with the app), oldest first. */
  seen(channel: string): SeenMessage[];
  /** Lines Slack itself showed: commands that timed out and the like. */
  notices(): string[];
  modal(): SeenView | undefined;
  home(): SeenView | undefined;
};

/** Where a message stands. */
type SaidMessage = { channel: string; ts: string };

export function createPerson(world: World, id: string): PersonDriver {
  const person = world.state.people[id];
  if (!person || person.deleted) cannot(`There is no person ${id}`, Object.keys(world.state.people));
  return {
    id,
    command: (line, options = {}) => typeCommand(world, id, line, options.channel),
    click: (target, button, answer) => click(world, id, target, button, answer),
    select: (target, label, choice, answer) => select(world, id, target, label, choice, answer),
    type: (target, label, text, options) => type(world, id, target, label, text, options),
    attach: (target, label, files) => attach(world, id, target, label, files),
    submit: (target) => submit(world, id, target),
    close: (target) => close(world, id, target),
    openHome: (tab) => openHome(world, id, tab),
    typeAhead: (target, label, query) => typeAhead(world, id, target, label, query),
    say: (channel, text, options = {}) => say(world, id, channel, text, options.threadTs),
    rewrite: (message, text) => rewrite(world, id, message, text),
    unsay: (message) => unsay(world, id, message),
    seen: (channel) => seenMessages(world, id, channel),
    notices: () => world.state.shown.filter((line) => line.person === id).map(({ text }) => text),
    modal: () => seenModal(world, id),
    home: () => seenHome(world, id),
  };
}
