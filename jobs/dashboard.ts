import { createHmac } from 'node:crypto';
import type { CustomRoute } from '@slack/bolt';
import type { Agenda } from 'agenda';
import { createExpressMiddleware } from 'agendash';
import express, { type Request, type RequestHandler, type Response } from 'express';
import type { Clock } from '../src/clock.ts';
import type { Logger } from '../src/logger.ts';
import { bringsToken, isSameSecret } from '../src/security/same-secret.ts';
import { plainErrors } from '../src/slack/plain-errors.ts';
import { signInPage } from './sign-in-page.ts';

const path = '/jobs';
const cookieName = 'daybook_jobs';

/** How long a browser stays signed in, milliseconds. */
const staysFor = 12 * 3_600_000;

export interface DashboardOptions {
  /** Opens the page: as a bearer token, or typed into its form. */
  token: string;
  /** Browsers come over https. */
  isSecure: boolean;
  clock: Clock;
  logger: Logger;
}

/**
 * Agendash at `/jobs`, to look at only: jobs are made by Daybook alone, and one that was deleted or made by hand would at best do
 * nothing. Jobs hold zones and hours, no names and no secrets.
 */
export function dashboardRoute(agenda: Agenda, options: DashboardOptions): CustomRoute {
  const app = express().disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set({
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
    });
    next();
  });
  app.post(`${path}/sign-in`, express.urlencoded({ extended: false, limit: 8_192 }), signIn(options));
  app.use(path, onlyWithToken(options), onlyLooking, withSlash, createExpressMiddleware(agenda));
  app.use(plainErrors(options.logger));
  return {
    path: `${path}{/*rest}`,
    method: ['GET', 'HEAD', 'POST'],
    handler: (request, response) => app(request, response),
  };
}

function signIn({ token, isSecure, clock }: DashboardOptions): RequestHandler {
  return (request, response) => {
    const typed: unknown = request.body?.token;
    if (typeof typed !== 'string' || !isSameSecret(typed, token)) {
      response
        .status(401)
        .type('html')
        .send(signInPage({ isWrong: true }));
      return;
    }
    const until = clock() + staysFor;
    response.cookie(cookieName, `${until}.${seal(token, until)}`, {
      path,
      httpOnly: true,
      sameSite: 'strict',
      secure: isSecure,
      maxAge: staysFor,
    });
    response.redirect(303, `${path}/`);
  };
}

function onlyWithToken({ token, clock }: DashboardOptions): RequestHandler {
  return (request, response, next) => {
    if (bringsToken(request.headers.authorization, token) || isSignedIn(request, token, clock())) {
      next();
      return;
    }
    response.status(401).set('WWW-Authenticate', 'Bearer');
    if (request.path.startsWith('/api')) response.json({ error: 'Sign in at /jobs first.' });
    else response.type('html').send(signInPage({ isWrong: false }));
  };
}

function isSignedIn({ headers }: Request, token: string, now: number): boolean {
  const [, until = '', sealed = ''] =
    new RegExp(`(?:^|; )${cookieName}=(\\d+)\\.([\\w-]+)`).exec(headers.cookie ?? '') ?? [];
  return Number(until) > now && isSameSecret(sealed, seal(token, Number(until)));
}

/** The cookie is not the token: it ends by itself, and with a new token. */
function seal(token: string, until: number): string {
  return createHmac('sha256', token).update(`daybook jobs until ${until}`).digest('base64url');
}

function onlyLooking(request: Request, response: Response, next: () => void): void {
  if (request.method === 'GET' || request.method === 'HEAD') next();
  else
    response
      .status(405)
      .json({ error: 'Jobs can only be looked at here: Daybook makes and ends them itself.' });
}

/** The page names its parts relative to itself. */
function withSlash(request: Request, response: Response, next: () => void): void {
  if (request.originalUrl.split('?')[0] === path) response.redirect(308, `${path}/`);
  else next();
}
