import { expect, test } from 'vitest';
import { DeliveryError } from '../../src/slack/delivery.ts';
import { type Call, drop, json, type Reply, refusal, startApi } from './support.ts';

const picture = {
  name: 'turnover-2025-11-12.png',
  title: 'Turnover of Wed 12 Nov',
  altText: 'Bars of the turnover. Bakery: €100.00.',
  png: new TextEncoder().encode('the bytes'),
};

/** Gives a place to upload to on the same server. */
const place: Reply = (response, call) => {
  const host = response.req.headers.host ?? '';
  json({ ok: true, upload_url: `http://${host}/upload/F0123456789`, file_id: 'F0123456789' })(response, call);
};
const taken: Reply = (response) => {
  response.writeHead(200);
  response.end('OK - 9');
};
const completed = json({ ok: true, files: [{ id: 'F0123456789' }] });

test('a picture is brought to Slack without being shared, and gives the id to show it by', async () => {
  const { delivery, calls } = await startApi([place, taken, completed]);

  const id = await delivery.uploadPicture('T1', picture);

  expect(id).toBe('F0123456789');
  const [begun, sent, done] = calls;
  expect(begun).toMatchObject({
    method: 'files.getUploadURLExternal',
    args: { filename: picture.name, length: '9', alt_txt: picture.altText },
  });
  expect(sent).toMatchObject({ method: '/upload/F0123456789', body: 'the bytes' });
  expect(done?.method).toBe('files.completeUploadExternal');
  expect(JSON.parse(done?.args['files'] ?? '')).toEqual([{ id: 'F0123456789', title: picture.title }]);
  expect(done?.args).not.toHaveProperty('channel_id');
});

test('the token does not go along with the bytes', async () => {
  const { delivery, calls } = await startApi([place, taken, completed]);

  await delivery.uploadPicture('T1', picture);

  expect(calls.map(({ hasToken }) => hasToken)).toEqual([true, false, true]);
});

test.each<[string, Reply[], string]>([
  ['no permission', [refusal('missing_scope')], 'missing_scope'],
  ['no place', [json({ ok: true })], 'no_upload_url'],
  ['a refused upload', [place, json({}, 403)], 'http_403'],
  ['a broken upload', [place, drop], 'no_answer'],
  [
    'an upload sent on to elsewhere',
    [place, json({}, 302, { location: 'http://127.0.0.1:9/' })],
    'no_answer',
  ],
  ['an upload that Slack lost', [place, taken, refusal('file_not_found')], 'file_not_found'],
])('%s is an error with a code', async (_name, replies, code) => {
  const { delivery } = await startApi(replies);

  const failure: unknown = await delivery.uploadPicture('T1', picture).catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(DeliveryError);
  expect(failure).toMatchObject({ code });
});

const notReady = refusal('invalid_blocks', {
  response_metadata: { messages: ['[ERROR] invalid slack file [json-pointer:/blocks/1/slack_file]'] },
});
const posted = json({ ok: true, channel: 'C1', ts: '1.2' });
const total = { type: 'section', text: { type: 'mrkdwn', text: 'Total' } } as const;
const message = {
  channelId: 'C1',
  text: '€1 in total',
  blocks: [total, { type: 'image', slack_file: { id: 'F0123456789' }, alt_text: 'Bars' }],
} as const;
const outgoing = { ...message, blocks: [...message.blocks] };
const blocksOf = (call: Call | undefined): unknown => JSON.parse(call?.args['blocks'] ?? '');

test('a message whose picture Slack does not know yet is sent again a little later', async () => {
  const { delivery, calls, pauses } = await startApi([notReady, notReady, posted]);

  const { ts } = await delivery.post('T1', outgoing);

  expect(ts).toBe('1.2');
  expect(pauses).toEqual([1_000, 2_000]);
  expect(blocksOf(calls[2])).toEqual(message.blocks);
});

test('a picture that Slack never gets to know is left out, and everything else is there', async () => {
  const { delivery, calls } = await startApi([notReady, notReady, notReady, notReady, posted]);

  await delivery.post('T1', outgoing);

  expect(calls).toHaveLength(5);
  expect(blocksOf(calls[4])).toEqual([total]);
});

test('when other blocks are at fault as well, the text goes alone', async () => {
  const { delivery, calls } = await startApi([
    notReady,
    notReady,
    notReady,
    notReady,
    refusal('invalid_blocks'),
    posted,
  ]);

  await delivery.post('T1', outgoing);

  expect(calls[5]?.args).toMatchObject({ text: '€1 in total', blocks: '[]' });
});

test('an update waits for its picture in the same way', async () => {
  const { delivery, calls } = await startApi([notReady, posted]);

  await delivery.update('T1', { text: outgoing.text, blocks: outgoing.blocks, channelId: 'C1', ts: '1.2' });

  expect(calls.map(({ method }) => method)).toEqual(['chat.update', 'chat.update']);
  expect(blocksOf(calls[1])).toEqual(message.blocks);
});

test('a message is not sent again when it is not known what became of it', async () => {
  const { delivery, calls } = await startApi([notReady, refusal('internal_error')]);

  await expect(delivery.post('T1', outgoing)).rejects.toMatchObject({ outcome: 'unsure' });

  expect(calls).toHaveLength(2);
});
