import type { Link } from '../../models/link.ts';
import { timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { RefusalFailure } from '../../src/lightspeed/health-notices.ts';
import type { Message } from '../../src/slack/message.ts';
import type { Reader } from '../../src/slack/readers.ts';
import { asText, button, buttons, section } from '../blocks.ts';
import { actions } from '../ids.ts';
import { reconnectButton } from '../link/blocks.ts';

/** Lightspeed refuses a key, or ended a consent. */
export function keyRefusedMessage(
  { link, failure, isReminder }: { link: Link; failure: RefusalFailure; isReminder: boolean },
  { language }: Reader,
): Message {
  const say = texts(language).linkNotices;
  const name = asText(link.name);
  const refused = link.credential === 'oauth' ? say.consentLost : say.keyRefused;
  const news = {
    KeyRefusedError: refused,
    AccessDeniedError: say.denied[link.series],
    VaultError: say.unopened,
  }[failure](name);
  const text = isReminder ? say.reminder(news) : news;
  return { text, blocks: [section(text), buttons(reconnectButton(link, language))] };
}

/** Lightspeed could not be read for a day. */
export function outageMessage(
  { link, since }: { link: Link; since: Date },
  { language, zone }: Reader,
): Message {
  const text = texts(language).linkNotices.outage(asText(link.name), timeText(since, zone, language));
  return { text, blocks: [section(text)] };
}

/** A consent that nobody uses runs out in a week. */
export function consentEndingMessage(
  { link, on }: { link: Link; on: Date },
  { language, zone }: Reader,
): Message {
  const { linkNotices, linkStatus } = texts(language);
  const text = linkNotices.consentEnding(asText(link.name), timeText(on, zone, language));
  const resume = button({
    action: actions.resumeLink,
    text: linkStatus.resume,
    value: link._id,
    label: linkStatus.resumeLabel(link.name),
  });
  const ways = link.state === 'paused' ? resume : reconnectButton(link, language);
  return { text, blocks: [section(text), buttons(ways)] };
}

/** The person who linked has left Slack. */
export function linkerGoneMessage(
  { link, name }: { link: Link; name: string },
  { language }: Reader,
): Message {
  const say = texts(language).linkNotices;
  const text = say.linkerGone(asText(name), asText(link.name));
  const takeOver = button({ action: actions.takeOver, text: say.takeOver, value: link._id });
  return { text, blocks: [section(text), buttons(takeOver)] };
}
