import assert from 'node:assert/strict';
import { addDays, dayOf } from '../../src/turnover/trading-day.ts';
import { within } from '../../src/within.ts';
import { actions, callbacks, fields } from '../../views/ids.ts';
import { postEvent, postSigned } from '../signed.ts';
import { channelOf, managerOf, type Team, teams, zoneOf } from './shops.ts';
import type { DaySlack } from './slack.ts';

/** How long anything may take to show, milliseconds. */
const patience = 20_000;

/** So many people do something at the same time. */
const atOnce = 10;

const buttons = [
  'openSettings',
  'openDepartments',
  'openTargets',
  'openAudit',
  'openManagers',
  'openClosing',
] as const;

export interface People {
  /** What people do in one hour, side by side a few at a time; how many things that were. Throws where one shows nothing. */
  liveHour(hour: number, now: number): Promise<number>;
}

/** The people of all workspaces, in front of a Daybook at an address. */
export function createPeople(slack: DaySlack, address: string): People {
  let ids = 0;
  const next = (prefix: string) => {
    ids += 1;
    return `${prefix}-${ids}`;
  };

  const shows = async (what: string, sent: Promise<{ status: number }>, awaited: Promise<void>) => {
    const { status } = await sent;
    assert.equal(status, 200, what);
    const done = await within(
      awaited.then(() => true),
      patience,
    );
    if (!done) throw new Error(`${what} showed nothing within ${patience} ms`);
  };

  const types = (team: Team, line: string, does: 'answer' | 'open') => {
    const [command = '', ...words] = line.split(' ');
    const [trigger, answer] = [next('trigger'), next('answer')];
    const awaited = slack.hears(does === 'open' ? `open ${trigger}` : `answer ${answer}`);
    const sent = postSigned(address, {
      command,
      text: words.join(' '),
      team_id: team.id,
      team_domain: 'day',
      channel_id: channelOf(team),
      channel_name: 'sales',
      user_id: managerOf(team),
      user_name: 'manager',
      api_app_id: 'A0DAY',
      trigger_id: trigger,
      response_url: `${slack.url}/respond/${answer}`,
    });
    return shows(line, sent, awaited);
  };

  const interact = (team: Team, payload: object) =>
    postSigned(address, {
      payload: JSON.stringify({
        team: { id: team.id, domain: 'day' },
        user: { id: managerOf(team), username: 'manager', team_id: team.id },
        enterprise: null,
        is_enterprise_install: false,
        ...payload,
      }),
    });

  const presses = (team: Team, button: (typeof buttons)[number]) => {
    const [trigger, answer] = [next('trigger'), next('answer')];
    const awaited = slack.hears(`open ${trigger}`);
    const action = { type: 'button', action_id: actions[button], block_id: 'b', action_ts: '1.1', value: '' };
    const sent = interact(team, {
      type: 'block_actions',
      trigger_id: trigger,
      container: { type: 'message', channel_id: channelOf(team), message_ts: '1.1', is_ephemeral: true },
      channel: { id: channelOf(team), name: 'sales' },
      response_url: `${slack.url}/respond/${answer}`,
      actions: [action],
    });
    return shows(button, sent, awaited);
  };

  const opensHome = (team: Team) => {
    const awaited = slack.hears(`home ${managerOf(team)}`);
    const sent = postEvent(address, {
      type: 'event_callback',
      team_id: team.id,
      event_id: next('Ev'),
      event_time: 1,
      authorizations: [
        {
          enterprise_id: null,
          team_id: team.id,
          user_id: 'U0BOT',
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      event: { type: 'app_home_opened', tab: 'home', user: managerOf(team), channel: `D${team.number}` },
    });
    return shows('Home', sent, awaited);
  };

  /** Writes a note of a day, which has its digest looked over. */
  const writesNote = async (team: Team, day: string) => {
    const { status } = await interact(team, {
      type: 'view_submission',
      trigger_id: next('trigger'),
      response_urls: [],
      view: {
        ...{ id: next('V'), hash: 'h', root_view_id: 'V', previous_view_id: null, type: 'modal' },
        callback_id: callbacks.notes,
        private_metadata: day,
        title: { type: 'plain_text', text: 'Notes' },
        blocks: [],
        state: {
          values: { [fields.note]: { input: { type: 'plain_text_input', value: `Rain, ${next('note')}` } } },
        },
      },
    });
    assert.equal(status, 200, 'a note');
  };

  return {
    async liveHour(hour, now) {
      const deeds: (() => Promise<void>)[] = [];
      for (const [index, team] of teams.entries()) {
        const yesterday = addDays(dayOf(now, { zone: zoneOf(team), cutOff: 0 }), -1);
        const turn = (hour * 7 + index) % teams.length;
        if (turn < 12)
          deeds.push(() => types(team, `/turnover ${addDays(yesterday, -(turn % 3))}`, 'answer'));
        if (turn < 3) {
          const from = addDays(yesterday, -20 * (turn + 1));
          deeds.push(() => types(team, `/turnover ${from}..${yesterday}`, 'answer'));
        }
        if (turn === 3) deeds.push(() => types(team, '/turnover the day before the flood', 'answer'));
        if (turn < 5) deeds.push(() => opensHome(team));
        if (turn === 12) deeds.push(() => types(team, '/lightspeed status', 'answer'));
        if (turn === 13) deeds.push(() => types(team, '/lightspeed settings', 'open'));
        if (turn > 13 && turn < 20)
          deeds.push(() => presses(team, buttons[turn % buttons.length] ?? 'openSettings'));
        if (turn === 20 || turn === 21) deeds.push(() => writesNote(team, yesterday));
      }
      for (let from = 0; from < deeds.length; from += atOnce)
        await Promise.all(deeds.slice(from, from + atOnce).map((deed) => deed()));
      return deeds.length;
    },
  };
}
