import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { validateMessage } from '../../demo/slack/validate.ts';
import { managerId, teamId } from '../slack-stub.ts';
import { type Allowance, allowances, createAllowing } from './allowance.ts';
import type { Heard } from './heard.ts';

/**
 * Slack as far as digests need it, for any number of workspaces: with its limits, its three steps of an upload, and a
 * latency (first argument, milliseconds). What it heard is told at /heard.
 */
const latency = Number(process.argv[2] ?? '100');
/** Every so many-th picture is known to messages only later than its upload was finished, by this long. */
const slowPicture = { every: 20, by: 600 };

type Fields = Record<string, string>;
interface Refused {
  error: string;
  messages?: string[];
}
type Answer = Record<string, unknown> | Refused;

interface File {
  team: string;
  length: number;
  state: 'begun' | 'brought' | 'finished';
  /** From when on messages may show it (`performance.now`). */
  readyAt: number;
}

const allowing = createAllowing(() => performance.now());
const files = new Map<string, File>();
const roots = new Map<string, Set<string>>();
const heard: Heard = { digests: {}, calls: {}, limited: {}, refused: {}, overruns: 0 };
let ids = 0;
let address = '';

const count = (counts: Record<string, number>, name: string) => {
  counts[name] = (counts[name] ?? 0) + 1;
};
const refuse = (error: string, ...messages: string[]): Refused => ({ error, messages });

function post(team: string, fields: Fields): Answer {
  const { channel = '', text = '', thread_ts: threadTs } = fields;
  if (!isIn(team, channel)) return refuse('channel_not_found');
  const blocks: object[] = JSON.parse(fields['blocks'] ?? '[]');
  const metadata = fields['metadata'] === undefined ? {} : { metadata: JSON.parse(fields['metadata']) };
  const problems = validateMessage({ text, blocks, ...metadata });
  if (problems.length > 0) {
    return refuse('invalid_blocks', ...problems.map(({ message, pointer }) => `${message} [${pointer}]`));
  }
  const pictures = blocks.flatMap((block) => ('slack_file' in block ? [Object(block.slack_file).id] : []));
  if (pictures.some((id) => !isShowable(team, String(id)))) {
    return refuse('invalid_blocks', '[ERROR] invalid slack file [json-pointer:/blocks/2/slack_file]');
  }
  ids += 1;
  const ts = `${Math.floor(Date.now() / 1000)}.${String(ids).padStart(6, '0')}`;
  const digest = heard.digests[channel] ?? { texts: [], pictures: 0, replies: 0 };
  heard.digests[channel] = digest;
  const known = roots.get(channel) ?? new Set();
  roots.set(channel, known);
  if (threadTs === undefined) {
    digest.texts.push(text);
    digest.pictures += pictures.length;
    known.add(ts);
  } else {
    if (!known.has(threadTs)) return refuse('thread_not_found');
    digest.replies += 1;
  }
  return { channel, ts };
}

const isIn = (team: string, channel: string) =>
  team === teamId ? channel.startsWith('C0X') : channel.startsWith(`C${team.slice(1)}X`);

function isShowable(team: string, id: string): boolean {
  const file = files.get(id);
  return file?.team === team && file.state === 'finished' && file.readyAt <= performance.now();
}

function beginFile(team: string, { filename, length }: Fields): Answer {
  if (!filename || !(Number(length) > 0)) return refuse('invalid_arguments');
  const id = `F${files.size}`;
  files.set(id, { team, length: Number(length), state: 'begun', readyAt: 0 });
  return { upload_url: `${address}/upload/${id}`, file_id: id };
}

function bringFile(id: string, bytes: Buffer): boolean {
  const file = files.get(id);
  if (file?.state !== 'begun' || bytes.length !== file.length) return false;
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return false;
  file.state = 'brought';
  return true;
}

function finishFile(team: string, fields: Fields): Answer {
  const wanted: { id: string }[] = JSON.parse(fields['files'] ?? '[]');
  for (const { id } of wanted) {
    const file = files.get(id);
    if (file?.team !== team || file.state !== 'brought') return refuse('file_not_found');
    file.state = 'finished';
    const isSlow = Number(id.slice(1)) % slowPicture.every === 0;
    file.readyAt = performance.now() + (isSlow ? slowPicture.by : 0);
  }
  return { files: wanted };
}

const user = { id: managerId, name: 'manager', is_admin: true, locale: 'en-GB', tz: 'Europe/Amsterdam' };
const methods: Record<string, (team: string, fields: Fields) => Answer> = {
  'auth.test': (team) => ({ team_id: team, user_id: 'U0BOT', bot_id: 'B0BOT' }),
  'users.info': () => ({ user }),
  'chat.postMessage': post,
  'files.getUploadURLExternal': beginFile,
  'files.completeUploadExternal': finishFile,
};

/** For how many seconds this call may not be made; 0: it may. */
function waitFor(team: string, method: string, fields: Fields): number {
  const inChannel =
    method === 'chat.postMessage' ? allowing.take(`channel ${fields['channel']}`, allowances.channel) : 0;
  if (inChannel > 0) return inChannel;
  const known: Record<string, Allowance> = allowances;
  const allowance = known[method];
  return allowance ? allowing.take(`${method} ${team}`, allowance) : 0;
}

function say(response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

async function answerMethod(method: string, request: IncomingMessage, response: ServerResponse) {
  const fields: Fields = Object.fromEntries(new URLSearchParams((await buffer(request)).toString()));
  const [, team] = /^Bearer xoxb-(T\w+)$/.exec(request.headers.authorization ?? '') ?? [];
  count(heard.calls, method);
  const seconds = team === undefined ? 0 : waitFor(team, method, fields);
  // Half of the way there, half of the way back.
  await sleep(latency / 2);
  const run = methods[method];
  const answer =
    team === undefined
      ? refuse('not_authed')
      : seconds > 0
        ? refuse('ratelimited')
        : run
          ? run(team, fields)
          : refuse('unknown_method');
  await sleep(latency / 2);
  if (seconds > 0) {
    count(heard.limited, method);
    say(response, { ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(seconds) });
  } else if ('error' in answer) {
    count(heard.refused, `${method} ${answer.error}`);
    const { error, messages = [] } = answer as Refused;
    say(response, { ok: false, error, response_metadata: { messages } });
  } else {
    say(response, { ok: true, ...answer });
  }
}

const server = createServer(async (request, response) => {
  const [, place, name = ''] = /^\/(api|upload|heard|count)\/?([\w.]*)/.exec(request.url ?? '') ?? [];
  if (place === 'api') return answerMethod(name, request, response);
  if (place === 'heard') return say(response, { ...heard, overruns: allowing.overruns });
  if (place === 'count') return say(response, Object.keys(heard.digests).length);
  const isBrought = bringFile(name, await buffer(request));
  await sleep(latency);
  response.writeHead(isBrought ? 200 : 400);
  response.end(isBrought ? 'OK' : 'no');
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
process.stdout.write(`${address}\n`);
process.once('SIGTERM', () => process.exit(0));
