import type { ErrorRequestHandler } from 'express';
import type { Logger } from '../logger.ts';

/**
 * The last handler of an Express app: it answers with a status alone, where Express would show its stack to whoever asks. What is
 * wrong with a request is its sender's to mend; what is wrong here is logged.
 */
export function plainErrors(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status: unknown = error?.status;
    const isTheirs = typeof status === 'number' && status >= 400 && status < 500;
    if (!isTheirs) logger.error({ err: error }, 'a request to the web server failed');
    response.status(isTheirs ? status : 500).end();
  };
}
