import { ackMessage, answerWith } from '../delivery/answer.ts';
import { commandPayload } from '../delivery/payloads.ts';
import type { World } from '../world/world.ts';
import { cannot } from './cannot.ts';
import { channelFor } from './look.ts';
import type { Outcome } from './outcome.ts';
import { outcomeOf, show } from './outcome.ts';

/** Types a slash command; only those of the manifest exist. */
export async function typeCommand(
  world: World,
  person: string,
  line: string,
  channel?: string,
): Promise<Outcome> {
  const [, name = '', text = ''] = /^(\/\S+)\s*(.*)$/s.exec(line) ?? [];
  const { isUninstalled } = world.state;
  const declared = isUninstalled ? [] : (world.settings.manifest.features.slash_commands ?? []);
  const command = declared.find((each) => each.command === name);
  if (!command)
    cannot(
      `${name || line} is not a command`,
      declared.map((each) => each.command),
    );
  const place = channelFor(world, person, channel ?? firstChannel(world, person));
  if (place.isArchived) cannot(`#${place.name} is archived`);
  const body = commandPayload(world, person, place.id, name, text.trimEnd());
  const ack = await world.deliver({ kind: 'slash_commands', name, body, url: command.url });
  if (ack.ok) answerInAck(world, person, place.id, name, ack.payload);
  return outcomeOf(world, ack, { person, channel: place.id }, name);
}

function firstChannel(world: World, person: string): string {
  const channels = Object.values(world.state.channels);
  return channels.find(({ members, isArchived }) => members.includes(person) && !isArchived)?.id ?? 'app';
}

function answerInAck(world: World, person: string, channel: string, command: string, payload: unknown): void {
  const body = ackMessage(payload);
  if (!body) return;
  const url = { id: '', person, channel, original: undefined, bornAt: world.now(), uses: 0 };
  if (!answerWith(world, url, body)) return;
  const error = 'invalid_command_response';
  show(world, { person, channel }, error, `${command} failed with the error "${error}"`);
}
