import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../demo/slack/json.ts';
import { createLogger } from '../../src/logger.ts';
import { actions, callbacks, fields } from '../../views/ids.ts';
import type { ManyScene } from '../story/support/many.ts';
import { actionCases, callbackCases, menuCases } from '../walls/support/cases.ts';
import { type Theirs, twoAtWork } from '../walls/support/theirs.ts';
import { commandTexts, fuzzTimeout, runsOf, texts } from './support/runs.ts';
import { contentOf, form, interaction, sendAll } from './support/senders.ts';

/** So many payloads are sent at once. */
const atOnce = 20;

const team = { team_id: 'T2', team_domain: 'other-shops' };
const persons = fc.constantFrom('U8MEMBER', 'U9MANAGER');
let numbers = 0;
const next = (prefix: string) => {
  numbers += 1;
  return `${prefix}${numbers}`;
};

/** A person presses and types as fast as Slack lets them; a trigger and a place to answer are Slack's own. */
function slackGives({ other }: ManyScene, userId: string) {
  const trigger = next('fuzz-trigger-');
  other.state.triggers[trigger] = {
    id: trigger,
    person: userId,
    view: undefined,
    channel: undefined,
    bornAt: Date.now(),
    used: false,
  };
  const place = next('rfuzz');
  other.state.responseUrls[place] = {
    id: place,
    person: userId,
    channel: 'C2GENERAL',
    original: undefined,
    bornAt: Number.MAX_SAFE_INTEGER,
    uses: 0,
  };
  return { trigger_id: trigger, response_url: `${other.url}/respond/${place}` };
}

const ids = fc.constantFrom(...Object.values(actions));

/** Values as buttons and menus carry them, of this workspace and of none. */
const valuesOf = (theirs: Theirs) =>
  fc.oneof(
    texts,
    fc.constantFrom(
      ...Object.values(theirs).map((value) => (typeof value === 'string' ? value : '')),
      '2025-11-12',
    ),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.tuple(fc.constantFrom(...Object.values(theirs).map(String)), texts).map((two) => two.join(' ')),
  );

const option = (value: string) => ({ text: { type: 'plain_text', text: 'x' }, value });

/** What a field of a form holds when it was filled in by nobody's client. */
const element = (value: fc.Arbitrary<string>) =>
  fc.oneof(
    value.map((text): JsonObject => ({ type: 'plain_text_input', value: text })),
    value.map((text): JsonObject => ({ type: 'static_select', selected_option: option(text) })),
    value.map((text): JsonObject => ({ type: 'datepicker', selected_date: text })),
    value.map((text): JsonObject => ({ type: 'multi_users_select', selected_users: [text] })),
    value.map((text): JsonObject => ({ type: 'file_input', files: [{ id: text }] })),
    fc.constant<JsonObject>({ type: 'plain_text_input', value: null }),
    fc.dictionary(fc.string({ maxLength: 8 }), texts, { maxKeys: 3 }),
  );

const statesOf = (theirs: Theirs) => {
  const value = valuesOf(theirs);
  const blocks = fc.oneof(
    fc.constantFrom(...Object.values(fields)),
    fc.constant(`store:${theirs.store}`),
    texts,
  );
  return fc.dictionary(
    blocks,
    fc.dictionary(fc.oneof(fc.constant('input'), ids), element(value), { maxKeys: 3 }),
    {
      maxKeys: 8,
    },
  );
};

/** A batch of payloads of one kind. */
interface Batch {
  bodies(scene: ManyScene): { body: string; type?: string }[];
  /** Slack cannot send it: then a person may be told that something unexpected happened. */
  isForged?: true;
  /** Nobody may hear it. */
  isUnheard?: true;
}

const several = <Value>(one: fc.Arbitrary<Value>, batch: (many: Value[]) => Batch) =>
  fc.array(one, { minLength: atOnce, maxLength: atOnce }).map(batch);

/** To import is a deed, and so is a form that is sent: those are for managers. */
const isDeed = (text: string) => /^\s*(?:import|importeren)/i.test(text);

const commandBatches = several(
  fc.record({ command: fc.constantFrom('/lightspeed', '/turnover'), text: commandTexts, user: persons }),
  (lines) => ({
    bodies: (scene) =>
      lines
        .filter(({ text }) => !isDeed(text))
        .map(({ command, text, user }) => ({
          body: form({
            ...team,
            ...slackGives(scene, user),
            channel_id: 'C2GENERAL',
            channel_name: 'general',
            user_id: user,
            user_name: user,
            is_enterprise_install: 'false',
            command,
            text,
          }),
        })),
  }),
);

/** Every name that some listener hears, with what is sent of it. */
const heard = [
  ...namesOf(actionCases, actions).map((name) => ({
    kind: 'block_actions',
    // One of several stands with its number.
    name: name === actions.askDepartment ? `${name}_1` : name,
  })),
  ...namesOf(callbackCases, callbacks).map((name) => ({ kind: 'view_submission', name })),
  ...namesOf(menuCases, actions).map((name) => ({ kind: 'block_suggestion', name })),
];

function namesOf(cases: object, names: Record<string, string>): string[] {
  return Object.entries(cases).flatMap(([key, each]) => (each === 'unheard' ? [] : [names[key] ?? '']));
}

const forgedBatches = (theirs: Theirs) => {
  const value = valuesOf(theirs);
  const forged = fc.record({
    what: fc.constantFrom(...heard),
    value,
    metadata: value,
    state: statesOf(theirs),
    block: value,
  });
  return several(forged, (many) => ({
    isForged: true,
    bodies: (scene) => many.map((one) => ({ body: interaction(payloadOf(scene, one)) })),
  }));
};

const eventBatches = (theirs: Theirs) => {
  const event = fc.record(
    {
      type: fc.constantFrom('message', 'app_home_opened', 'tokens_revoked', 'user_change', 'odd'),
      subtype: fc.constantFrom('message_changed', 'message_deleted', 'bot_message', ''),
      channel: fc.oneof(fc.constantFrom(theirs.channel, 'C2GENERAL'), texts),
      thread_ts: fc.oneof(fc.constant(theirs.digestTs), texts),
      ts: texts,
      tab: fc.constantFrom('home', 'messages'),
      text: texts,
      message: fc.jsonValue({ maxDepth: 2 }),
      tokens: fc.constantFrom({}, { oauth: [] }, { bot: [] }),
    },
    { requiredKeys: ['type'] },
  );
  const by = { enterprise_id: null, team_id: 'T2', user_id: 'U8MEMBER', is_bot: true };
  return several(event, (events) => ({
    bodies: () =>
      events.map((inner) => ({
        type: 'application/json',
        body: JSON.stringify({
          type: 'event_callback',
          team_id: 'T2',
          event_id: next('EvFUZZ'),
          event_time: 1,
          authorizations: [{ ...by, is_enterprise_install: false }],
          event: { user: 'U8MEMBER', ...inner },
        }),
      })),
  }));
};

const oddBatches = several(
  fc.record({
    body: fc.oneof(
      texts,
      // Bolt 5.1 dies of a body that is `null`; it takes Slack's signing secret to send one.
      fc.dictionary(texts, fc.jsonValue()).map((value) => JSON.stringify(value)),
      fc.dictionary(texts, fc.jsonValue()).map((value) => form({ payload: JSON.stringify(value) })),
      texts.filter((text) => text !== 'null').map((text) => form({ payload: text })),
    ),
    type: fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain'),
  }),
  (many) => ({ isForged: true, isUnheard: true, bodies: () => many.filter(({ body }) => body !== 'null') }),
);

test('whatever Slack may bring is answered in time, not taken aback, and keeps nothing', {
  timeout: fuzzTimeout,
}, async () => {
  const { scene, theirs } = await twoAtWork();
  const failures: string[] = [];
  scene.engine.logger = createLogger('error', { write: (line) => failures.push(line.slice(0, 2_000)) });
  const before = await contentOf(scene);
  const batches = fc.oneof(
    { weight: 8, arbitrary: commandBatches },
    { weight: 8, arbitrary: forgedBatches(theirs) },
    { weight: 4, arbitrary: eventBatches(theirs) },
    { weight: 1, arbitrary: oddBatches },
  );

  await fc.assert(
    fc.asyncProperty(batches, async ({ bodies, isForged, isUnheard }) => {
      failures.length = 0;
      const { answers, surprised } = await sendAll(scene, bodies(scene));

      // What is not acknowledged in three seconds Bolt answers with 404: no clock is needed to see it.
      const wrong = answers.filter(({ status }) =>
        isUnheard ? status >= 500 && status !== 501 : status !== 200,
      );
      expect(wrong).toEqual([]);
      if (!isForged) expect({ surprised, failures }).toEqual({ surprised: false, failures: [] });
    }),
    runsOf(0.15, atOnce),
  );

  const after = await contentOf(scene);
  expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual([]);
});

interface Forged {
  what: { kind: string; name: string };
  value: string;
  metadata: string;
  block: string;
  state: JsonObject;
}

function payloadOf(scene: ManyScene, { what, value, metadata, block, state }: Forged): JsonObject {
  const user = 'U8MEMBER';
  const { kind, name } = what;
  const touched = {
    type: 'button',
    action_id: name,
    block_id: block,
    value,
    selected_option: option(value),
    selected_user: value,
    selected_conversation: value,
  };
  const ofKind: Record<string, JsonObject> = {
    block_actions: { actions: [touched], channel: { id: 'C2GENERAL', name: 'general' } },
    block_suggestion: { action_id: name, block_id: block, value },
    view_submission: { response_urls: [] },
  };
  return {
    type: kind,
    team: { id: 'T2', domain: 'other-shops' },
    user: { id: user, username: user, team_id: 'T2' },
    enterprise: null,
    is_enterprise_install: false,
    ...slackGives(scene, user),
    ...ofKind[kind],
    container: { type: 'view', view_id: value },
    view: {
      id: next('VFUZZ'),
      type: 'modal',
      hash: 'h',
      title: { type: 'plain_text', text: 'Forged' },
      // Some buttons are heard in the mapping form alone.
      callback_id: kind === 'view_submission' ? name : 'mapping',
      private_metadata: metadata,
      blocks: [],
      state: { values: state },
    },
  };
}
