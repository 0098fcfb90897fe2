import manifest from '../../manifest.json' with { type: 'json' };
import { isVisibleTo } from '../slack/driver/look.ts';
import { asText, objectsIn, textOf } from '../slack/json.ts';
import type { Message, Person, State, View } from '../slack/world/types.ts';
import { goodKey } from './deeds.ts';
import type { PageCommand, PageMessage, PagePerson, PageTill, PageView, Snapshot } from './shared.ts';
import type { Stage } from './stage.ts';
import { zone } from './time.ts';
import { troublesOf } from './troubles.ts';

const most = { messages: 400, notices: 30 };

/** What a person sees now; throws for somebody who is not there. */
export function snapshotFor(stage: Stage, personId: string, busy: string | null): Snapshot {
  const { state, traffic } = stage.workspace.slack;
  const me = state.people[personId];
  if (!me || me.deleted) throw new Error(`There is no person ${personId}`);
  return {
    now: stage.clock.now(),
    zone,
    team: state.team.name,
    app: appOf(state),
    channelLanguage: channelLanguage(stage),
    me: personOf(me),
    people: Object.values(state.people)
      .filter(({ deleted }) => !deleted)
      .map(personOf),
    channels: channelsOf(state, personId),
    messages: messagesOf(state, personId),
    ...viewsOf(state, personId),
    notices: state.shown
      .filter(({ person }) => person === personId)
      .slice(-most.notices)
      .map(({ text, at, channel, view }) => ({ text, at, channel: channel ?? null, view: view ?? null })),
    commands: state.isUninstalled ? [] : commands,
    till: tillOf(stage),
    isSlackSlow: troublesOf(stage.workspace).isSlackSlow,
    busy,
    exchanges: traffic.total() + requestsOf(stage.workspace),
  };
}

function requestsOf({ lightspeed, xSeries }: Stage['workspace']): number {
  return lightspeed.requests.length + (xSeries?.requests.length ?? 0);
}

function appOf({ app, isUninstalled }: State): Snapshot['app'] {
  const { messages_tab_read_only_enabled: isReadOnly } = manifest.features.app_home;
  return { name: app.name, botUser: app.botUser, isInstalled: !isUninstalled, isReadOnly };
}

/** In which language the app tells channels now; what it told before may be in another. */
function channelLanguage({ workspace }: Stage): string {
  const workspaceId = workspace.slack.state.team.id;
  return workspace.daybook.engine.readers.atOnce({ workspaceId, userId: '' });
}

function personOf({ id, name, locale, is_admin, is_restricted }: Person): PagePerson {
  return { id, name, locale, role: is_restricted ? 'guest' : is_admin ? 'manager' : 'member' };
}

function channelsOf(state: State, person: string): Snapshot['channels'] {
  return Object.values(state.channels)
    .filter(({ kind, members }) => kind === 'public' || members.includes(person))
    .map(({ id, name, kind, isArchived, hasBot }) => ({ id, name, kind, isArchived, hasBot }));
}

function messagesOf(state: State, person: string): PageMessage[] {
  const visible = new Set(channelsOf(state, person).map(({ id }) => id));
  return state.messages
    .filter((message) => visible.has(message.channel) && isVisibleTo(message, person))
    .slice(-most.messages)
    .map((message) => messageOf(state, message));
}

function messageOf(state: State, message: Message): PageMessage {
  const { channel, ts, user, fromApp, text, blocks, attachments, values } = message;
  return {
    channel,
    ts,
    user,
    fromApp,
    text,
    blocks,
    attachments,
    values,
    isEphemeral: message.ephemeralTo !== undefined,
    isEdited: message.edited !== undefined,
    threadTs: message.threadTs ?? null,
    files: message.files.flatMap((id) => {
      const file = state.files[id];
      if (!file) return [];
      const { name, title, altText, size } = file;
      return [{ id, name, title, altText, size }];
    }),
  };
}

function viewsOf(state: State, person: string): Pick<Snapshot, 'modal' | 'home'> {
  const stack = state.stacks[person] ?? [];
  const top = state.views[stack.at(-1) ?? ''];
  const home = state.views[state.homes[person] ?? ''];
  return {
    modal: top ? { ...viewOf(top), below: stack.length - 1 } : null,
    home: home ? viewOf(home) : null,
  };
}

function viewOf({ id, content, values, errors }: View): PageView {
  return {
    id,
    title: textOf(content['title']),
    submit: textOf(content['submit']) || null,
    close: textOf(content['close']) || null,
    blocks: objectsIn(content['blocks']),
    values,
    errors,
  };
}

const commands: PageCommand[] = manifest.features.slash_commands.map((each) => ({
  command: each.command,
  hint: asText(each.usage_hint),
  description: asText(each.description),
}));

function tillOf({ world, workspace }: Stage): PageTill {
  return {
    account: world.account.name,
    currency: world.account.currency,
    key: goodKey(world) ?? null,
    stores: world.shops.map(({ shopID, name }) => ({ id: shopID, name })),
    isDown: troublesOf(workspace).isLightspeedDown,
  };
}
