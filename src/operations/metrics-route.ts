import type { Engine } from '../context.ts';
import { bringsToken } from '../security/same-secret.ts';
import type { Route } from '../slack/bolt.ts';

/** `/metrics`, for Prometheus; with a token only for who brings it. */
export function metricsRoute({ metrics }: Pick<Engine, 'metrics'>, token: string | undefined): Route {
  return {
    path: '/metrics',
    method: 'GET',
    answer: async (_query, _languages, { authorization }) => {
      if (token !== undefined && !bringsToken(authorization, token)) {
        return {
          status: 401,
          body: 'Metrics need METRICS_TOKEN as a bearer token.\n',
          headers: { 'WWW-Authenticate': 'Bearer' },
        };
      }
      const { registry } = metrics;
      return {
        status: 200,
        body: await registry.metrics(),
        headers: { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' },
      };
    },
  };
}
