import { z } from 'zod';
import type { KeyPage } from '../../models/key-page.ts';
import type { Context, Engine } from '../../src/context.ts';
import { refreshHomes } from '../../src/home/refresh-homes.ts';
import { type Language, languageOf } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import {
  findKeyPage,
  holdKeyPage,
  type OpenKeyPage,
  releaseKeyPage,
  useUpKeyPage,
} from '../../src/lightspeed/key-page/use-key-page.ts';
import { NotPermittedError } from '../../src/security/permissions.ts';
import type { Route, Sent, WebAnswer } from '../../src/slack/bolt.ts';
import { type Reader, readerOf } from '../../src/slack/readers.ts';
import { FormTooLargeError } from '../../src/slack/web-form.ts';
import { within } from '../../src/within.ts';
import { fields } from '../ids.ts';
import { troubleText } from '../trouble.ts';
import { type KeyForm, keyFormPage, keyToldPage } from './key-page.ts';
import { tellLinked } from './tell-linked.ts';
import { linkOrSay } from './try-to-link.ts';

const tokenOf = z.string().regex(/^[\w-]{43}$/);
const sentForm = z.object({
  token: tokenOf,
  key: z.string().trim().max(1_000),
  prefix: z.string().trim().max(1_000).optional(),
});

/** The page on which a key is entered that never passes through Slack. Looking at it, as previews of links do, changes nothing. */
export function keyPageRoutes(engine: Engine): Route[] {
  const answering =
    (
      answer: (query: URLSearchParams, language: Language, sent: Sent) => Promise<WebAnswer>,
    ): Route['answer'] =>
    (query, languages, sent) => {
      // A person who is not known yet has a browser that says what they read.
      const browsers = languageOf(languages.split(/[,;]/)[0] ?? '') ?? 'en';
      const answered = answer(query, browsers, sent).catch((error) => failed(engine, error, browsers));
      engine.inFlight.track(answered);
      return answered;
    };
  const show = answering((query, browsers) => showPage(engine, query.get('token'), browsers));
  const path = '/lightspeed/key';
  return [
    { path, method: 'GET', answer: show },
    { path, method: 'HEAD', answer: show },
    { path, method: 'POST', answer: answering((_query, browsers, sent) => takeForm(engine, sent, browsers)) },
  ];
}

async function showPage(engine: Engine, token: string | null, browsers: Language): Promise<WebAnswer> {
  const read = tokenOf.safeParse(token);
  const open = read.success ? await findKeyPage(engine, read.data) : undefined;
  if (!read.success || !open) return gone(browsers);
  const reader = await readerOf(open.context, open.page.userId);
  return keyFormPage(
    formOf(open.page, { now: engine.clock(), token: read.data, status: 200 }),
    reader.language,
  );
}

async function takeForm(engine: Engine, sent: Sent, browsers: Language): Promise<WebAnswer> {
  const { keyPage } = texts(browsers);
  if (sent.from !== undefined && sent.from !== 'same-origin') {
    return keyToldPage({ status: 403, happened: keyPage.elsewhere }, browsers);
  }
  const form = sentForm.safeParse(Object.fromEntries(await sent.form()));
  const open = form.success ? await findKeyPage(engine, form.data.token) : undefined;
  if (!form.success || !open) return gone(browsers);
  const { context, page } = open;
  const reader = await readerOf(context, page.userId);
  const held = await holdKeyPage(open);
  if (!held) {
    const { busy } = texts(reader.language).keyPage;
    return keyToldPage(
      { status: 409, happened: busy, next: texts(reader.language).keyPage.wait },
      reader.language,
    );
  }
  return tryKey({ context, page: held }, { ...form.data, reader });
}

async function tryKey(
  { context, page }: OpenKeyPage,
  { token, key, prefix, reader }: z.infer<typeof sentForm> & { reader: Reader },
): Promise<WebAnswer> {
  const { userId, series } = page;
  const { language } = reader;
  try {
    const outcome = await linkOrSay(context, { form: { series, prefix, key }, userId }, language);
    if ('error' in outcome) {
      const field = outcome.field === fields.prefix ? 'prefix' : 'key';
      const left = await releaseKeyPage(context, page);
      if (left === 0) return keyToldPage({ status: 403, happened: outcome.error }, language);
      const text = `${outcome.error} ${texts(language).keyPage.left(left)}`;
      return keyFormPage(
        {
          ...formOf(page, { now: context.clock(), token, status: 422 }),
          ...(prefix ? { prefix } : {}),
          wrong: { field, text },
        },
        language,
      );
    }
    await useUpKeyPage(context, page);
    // The page does not wait for a Slack that takes its time.
    await within(tellLinked(context, { userId, linked: outcome.linked }, language), 3_000);
    await refreshHomes(context, { workspaceId: context.workspace._id });
    const { consent, keyPage } = texts(language);
    const { name } = outcome.linked.link;
    const happened = outcome.linked.isNew ? consent.linked(name) : keyPage.renewed(name);
    return keyToldPage({ status: 200, happened, next: consent.linkedNext }, language);
  } catch (error) {
    // Whatever it was, it is no reason to keep the page from being tried again.
    await releaseKeyPage(context, page);
    if (!(error instanceof NotPermittedError)) return failed(context, error, language);
    return keyToldPage({ status: 403, happened: texts(language).consent.notManager }, language);
  }
}

function formOf(
  { series, prefix, account, expiresAt }: KeyPage,
  { now, token, status }: { now: number; token: string; status: number },
): KeyForm {
  return {
    status,
    token,
    series,
    prefix: prefix ?? undefined,
    account: account ?? undefined,
    minutes: Math.ceil((expiresAt.getTime() - now) / 60_000),
  };
}

function gone(language: Language): WebAnswer {
  return keyToldPage({ status: 400, happened: texts(language).consent.unknown }, language);
}

/** What nobody counted on; the log knows it by a number, and never what was typed. */
function failed(
  { newId, logger }: Pick<Context, 'newId' | 'logger'>,
  error: unknown,
  language: Language,
): WebAnswer {
  const { keyPage } = texts(language);
  if (error instanceof FormTooLargeError) {
    return keyToldPage({ status: 413, happened: keyPage.tooLong }, language);
  }
  const errorId = newId().slice(-8);
  logger.error({ err: error, errorId }, 'a key could not be taken from its page');
  return keyToldPage({ status: 503, happened: troubleText(error, errorId, language) }, language);
}
