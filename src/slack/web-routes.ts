import type { CustomRoute } from '@slack/bolt';
import type { Logger } from '../logger.ts';
import { inTrace } from '../trace.ts';
import type { Route, WebAnswer } from './bolt.ts';
import { readForm } from './web-form.ts';

/** Routes as a web server takes them; each request runs under a number of its own. */
export function webRoutes(routes: readonly Route[], logger: Logger): CustomRoute[] {
  return routes.map(({ path, method, answer }) => ({
    path,
    method,
    handler: (request, response) => {
      const send = ({ status, body, headers = {} }: WebAnswer) => {
        response.writeHead(status, headers);
        response.end(body);
      };
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const { headers } = request;
      const sent = {
        from: headers['sec-fetch-site']?.toString(),
        authorization: headers.authorization,
        form: () => readForm(request),
      };
      void inTrace(async () => {
        try {
          send(await answer(searchParams, headers['accept-language'] ?? '', sent));
        } catch (error) {
          // The address may hold a code: it is not logged.
          logger.error({ err: error, path }, 'a request to the web server failed');
          send({ status: 500, body: 'Something unexpected happened.\n' });
        }
      });
    },
  }));
}
