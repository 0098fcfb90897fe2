import assert from 'node:assert/strict';
import { within } from '../src/within.ts';
import { postSigned } from './signed.ts';
import { managerId, type SlackStub, teamId } from './slack-stub.ts';

/** How long an answer is waited for, milliseconds: a bench that waits for ever says nothing. */
const longestWait = 30_000;

export interface Asked {
  /** How long the acknowledgement took, milliseconds. */
  acked: Promise<number>;
  /** The answer, and how long it took from the question on, milliseconds. */
  whole(): Promise<{ text: string; ms: number }>;
}

/** Types `/turnover` into an app on a port, as a manager. An acknowledgement other than an empty 200 throws. */
export function createAsker(slack: SlackStub, port: string): (text: string) => Asked {
  let asked = 0;
  return (text) => {
    asked += 1;
    const id = `${port}-${asked}`;
    const sent = postSigned(`http://127.0.0.1:${port}/slack/events`, {
      command: '/turnover',
      text,
      team_id: teamId,
      team_domain: 'bench',
      channel_id: 'C0BENCH',
      channel_name: 'general',
      user_id: managerId,
      user_name: 'manager',
      api_app_id: 'A0BENCH',
      trigger_id: `${id}.1`,
      response_url: slack.responseUrl(id),
    });
    const acked = sent.then(({ status, said, ms }) => {
      assert.deepEqual({ status, said }, { status: 200, said: '' });
      return ms;
    });
    return {
      acked,
      async whole() {
        const { started } = await sent;
        await acked;
        const answered = await within(slack.answer(id), longestWait);
        if (!answered) throw new Error(`no answer to /turnover ${text} within ${longestWait} ms`);
        return { text: answered.text, ms: answered.at - started };
      },
    };
  };
}
