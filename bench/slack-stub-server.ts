import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { saidBySlack } from './slack-says.ts';

/**
 * As much of Slack as takes no time, in a process of its own: it agrees to everything at once, so that what is measured is Daybook.
 * `/answers/<id>` waits for what is sent to the response URL of that id, and tells it with when it came (epoch milliseconds).
 */
const mostKept = 5_000;
const answers = new Map<string, PromiseWithResolvers<string>>();

function answerOf(id: string): PromiseWithResolvers<string> {
  const known = answers.get(id) ?? Promise.withResolvers<string>();
  answers.set(id, known);
  const [oldest] = answers.keys();
  if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest);
  return known;
}

const server = createServer(async (request, response) => {
  const [, place, name = ''] = /^\/(api|respond|answers|upload)\/([\w.-]+)/.exec(request.url ?? '') ?? [];
  const body = await text(request);
  switch (place) {
    case 'respond': {
      const at = performance.timeOrigin + performance.now();
      answerOf(name).resolve(JSON.stringify({ text: JSON.parse(body).text, at }));
      response.end('ok');
      return;
    }
    case 'answers':
      response.end(await answerOf(name).promise);
      answers.delete(name);
      return;
    case 'api':
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(saidBySlack(name, request.headers.host ?? '')));
      return;
    default:
      response.end('ok');
  }
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
process.once('SIGTERM', () => process.exit(0));
