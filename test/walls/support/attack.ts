import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { WorkspaceHandle } from '../../../demo/slack/handle.ts';
import type { JsonObject } from '../../../demo/slack/json.ts';
import { actions, fields } from '../../../views/ids.ts';
import { type ManyScene, signingSecret } from '../../story/support/many.ts';
import type { Forgery } from './cases.ts';
import type { Theirs } from './theirs.ts';

/** Who sends the payload: a manager of the first workspace who attacks, or one of the second who may. */
export interface Sender {
  slack: WorkspaceHandle;
  userId: string;
  channelId: string;
}

export const attacker = ({ slack }: ManyScene): Sender => ({
  slack,
  userId: 'U1MANAGER',
  channelId: 'C1GENERAL',
});
export const owner = ({ other }: ManyScene): Sender => ({
  slack: other,
  userId: 'U9MANAGER',
  channelId: 'C2GENERAL',
});

let counter = 0;
const next = (prefix: string) => {
  counter += 1;
  return `${prefix}${counter}`;
};

/** Sends what Slack would send, and gives what was answered at once, when all that it set going is done. */
export async function send(
  scene: ManyScene,
  form: Record<string, string> | { json: JsonObject },
): Promise<string> {
  const isEvent = 'json' in form && typeof form.json === 'object';
  const body = isEvent
    ? JSON.stringify(form.json)
    : new URLSearchParams(Object.entries(form).map(([name, value]) => [name, String(value)])).toString();
  const seconds = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  const response = await fetch(`${scene.url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': seconds,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
  const answered = await response.text();
  await quiet(scene);
  if (response.status !== 200) throw new Error(`nobody hears it: HTTP ${response.status}`);
  return answered;
}

/** Until nothing is under way any more. */
async function quiet({ engine, slack, other }: ManyScene): Promise<void> {
  const calls = () => slack.traffic.total() + other.traffic.total();
  for (let before = -1; before !== calls(); ) {
    before = calls();
    await delay(15);
    await engine.inFlight.settled(10_000);
  }
}

export async function touch(
  scene: ManyScene,
  sender: Sender,
  {
    actionId,
    forgery,
    where,
    theirs,
  }: { actionId: string; forgery: Forgery; where: 'message' | 'modal'; theirs: Theirs },
): Promise<string> {
  const answers: string[] = [];
  for (const value of forgery.values ?? ['']) {
    const option = { text: { type: 'plain_text', text: 'forged' }, value };
    const action = {
      type: actionType(actionId),
      action_id: actionId,
      block_id: forgery.blockId ?? 'forged',
      action_ts: '1.1',
      value,
      selected_option: option,
      selected_conversation: theirs.channel,
    };
    const place =
      where === 'message'
        ? inMessage(sender, theirs)
        : inModal(sender, { forgery, theirs, ...named(forgery) });
    answers.push(await interact(scene, sender, { type: 'block_actions', ...place, actions: [action] }));
  }
  return answers.join('\n');
}

const named = ({ callback }: Forgery) => (callback === undefined ? {} : { callback });

/** A menu where what is chosen counts, else a button. */
function actionType(actionId: string): string {
  if (actionId === actions.openTargetWeek || actionId === actions.pickClosedStore) return 'external_select';
  return /^(map_|pick_|place_|merge_into|day_more)/.test(actionId) ? 'static_select' : 'button';
}

export function submit(
  scene: ManyScene,
  sender: Sender,
  { callback, forgery, theirs }: { callback: string; forgery: Forgery; theirs: Theirs },
): Promise<string> {
  const { view } = inModal(sender, { forgery, theirs, callback });
  return interact(scene, sender, { type: 'view_submission', view, response_urls: [] });
}

export function ask(
  scene: ManyScene,
  sender: Sender,
  { actionId, forgery, query, theirs }: { actionId: string; forgery: Forgery; query: string; theirs: Theirs },
): Promise<string> {
  const place = inModal(sender, { forgery, theirs, ...named(forgery) });
  const what = { action_id: actionId, block_id: forgery.blockId ?? 'forged', value: query };
  return interact(scene, sender, { type: 'block_suggestion', ...place, ...what });
}

export function command(scene: ManyScene, sender: Sender, line: string): Promise<string> {
  const [, name = '', text = ''] = /^(\/\S+)\s*(.*)$/.exec(line) ?? [];
  const { slack, userId, channelId } = sender;
  return send(scene, {
    team_id: slack.state.team.id,
    team_domain: slack.state.team.domain,
    channel_id: channelId,
    channel_name: 'general',
    user_id: userId,
    user_name: userId,
    command: name,
    text,
    is_enterprise_install: 'false',
    response_url: responseUrl(sender),
    trigger_id: trigger(sender),
  });
}

export function event(scene: ManyScene, { slack, userId }: Sender, inner: JsonObject): Promise<string> {
  const team = slack.state.team.id;
  const authorization = {
    enterprise_id: null,
    team_id: team,
    user_id: userId,
    is_bot: true,
    is_enterprise_install: false,
  };
  return send(scene, {
    json: {
      type: 'event_callback',
      team_id: team,
      event_id: next('EvFORGED'),
      event_time: 1,
      authorizations: [authorization],
      event: { user: userId, ...inner },
    },
  });
}

function interact(scene: ManyScene, sender: Sender, payload: JsonObject): Promise<string> {
  const { team } = sender.slack.state;
  const body = {
    team: { id: team.id, domain: team.domain },
    user: { id: sender.userId, username: sender.userId, team_id: team.id },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: trigger(sender, payload),
    ...payload,
  };
  return send(scene, { payload: JSON.stringify(body) });
}

/** The message may be one of the other workspace, for all that Slack lets a person's client say. */
function inMessage(sender: Sender, { noticePlace }: Theirs) {
  return {
    container: {
      type: 'message',
      channel_id: noticePlace.channelId,
      message_ts: noticePlace.ts,
      is_ephemeral: true,
    },
    channel: { id: sender.channelId, name: 'general' },
    response_url: responseUrl(sender),
  };
}

/** A modal on the person's screen, with whatever its fields are made to hold. */
function inModal(
  { slack, userId }: Sender,
  { forgery, theirs, callback = 'forged' }: { forgery: Forgery; theirs: Theirs; callback?: string },
) {
  const id = next('VFORGED');
  const content = {
    type: 'modal',
    callback_id: callback,
    private_metadata: forgery.metadata ?? '',
    title: { type: 'plain_text', text: 'Forged' },
    blocks: [],
  };
  slack.state.views[id] = {
    id,
    type: 'modal',
    person: userId,
    content,
    values: {},
    hash: 'h',
    rootId: id,
    previousId: undefined,
    externalId: undefined,
    errors: {},
  };
  slack.state.stacks[userId] = [id];
  const view = {
    ...content,
    id,
    hash: 'h',
    root_view_id: id,
    previous_view_id: null,
    state: { values: state(theirs) },
  };
  return { view, container: { type: 'view', view_id: id } };
}

/** Every field of every form at once, holding what the other workspace has. */
function state(theirs: Theirs): JsonObject {
  const department = element(theirs.department);
  const place = element(theirs.place);
  const held: Record<string, JsonObject> = {
    [fields.account]: { input: element(theirs.link) },
    [fields.store]: { input: place, pick_store: place, pick_closed_store: place },
    [fields.into]: { input: department, merge_into: department },
    [fields.place]: { input: department, place_department: department },
    [fields.departments]: { input: department, pick_department: department },
    [fields.channel]: { input: { ...element(theirs.channel), selected_conversation: theirs.channel } },
    [fields.file]: { input: { type: 'file_input', files: [{ id: theirs.file }] } },
    [fields.zone]: {
      input: element('Europe/Amsterdam'),
      pick_zone: element('Europe/Amsterdam'),
      pick_channel_zone: element('Europe/Amsterdam'),
    },
    [fields.country]: { pick_country: element('NL') },
    [fields.from]: { input: { ...element(''), selected_date: '2025-10-01' } },
    [fields.to]: { input: { ...element(''), selected_date: '2025-10-02' } },
    [fields.day]: { input: { ...element(''), selected_date: '2025-12-26' } },
    [`store:${theirs.store}`]: { map_store: department },
  };
  const plain: Record<string, string> = {
    [fields.series]: 'r',
    [fields.key]: 'no-such-key',
    [fields.name]: 'Renamed',
    [fields.hour]: '3',
    [fields.weekdays]: '1',
    [fields.amounts]: 'money',
    [fields.picture]: 'no',
    [fields.vat]: 'incl',
    [fields.language]: 'en',
    [fields.gross]: '12',
    [fields.tax]: '1',
    [fields.reason]: 'forged',
    [fields.note]: 'forged words',
    [fields.percent]: '5',
    [fields.basis]: 'weeks',
    [fields.amount]: '12',
    [fields.currency]: 'EUR',
    [fields.format]: 'xlsx',
    [fields.seenBy]: 'managers',
    [fields.like]: 'chosen',
    'weekday:1': '1',
  };
  for (const [name, value] of Object.entries(plain)) held[name] = { ...held[name], input: element(value) };
  for (let weekday = 2; weekday <= 7; weekday += 1) held[`weekday:${weekday}`] = { input: element('2') };
  for (const name of [fields.readers, fields.people, fields.managers]) held[name] = { input: people };
  held[fields.channels] = {
    input: { type: 'multi_conversations_select', selected_conversations: [theirs.channel] },
  };
  return held;
}

const people = { type: 'multi_users_select', selected_users: ['U9MANAGER', 'U8MEMBER'] };

function element(value: string): JsonObject {
  const option = { text: { type: 'plain_text', text: 'forged' }, value };
  return { type: 'static_select', value, selected_option: option, selected_options: [option] };
}

function trigger({ slack, userId }: Sender, payload: JsonObject = {}): string {
  const id = next('trigger-');
  const view = payload['view'];
  const viewId = typeof view === 'object' && view !== null && 'id' in view ? String(view.id) : undefined;
  slack.state.triggers[id] = {
    id,
    person: userId,
    view: viewId,
    channel: undefined,
    bornAt: Date.now(),
    used: false,
  };
  return id;
}

function responseUrl({ slack, userId, channelId }: Sender): string {
  const id = next('rforged');
  slack.state.responseUrls[id] = {
    id,
    person: userId,
    channel: channelId,
    original: undefined,
    bornAt: Number.MAX_SAFE_INTEGER,
    uses: 0,
  };
  return `${slack.url}/respond/${id}`;
}
