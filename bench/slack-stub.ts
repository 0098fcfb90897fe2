import { startApart } from './fork.ts';

export const teamId = 'T0BENCH';
export const managerId = 'U0BENCH';
export const botToken = 'xoxb-bench';
export const signingSecret = 'bench-signing-secret';

export interface SlackStub {
  url: string;
  /** Waits for what is sent to the response URL of this id: its text, and when it came (`performance.now`). Ask once. */
  answer(id: string): Promise<{ text: string; at: number }>;
  responseUrl(id: string): string;
  close(): Promise<void>;
}

/** Slack in a process of its own: what it is busy with is not measured. */
export async function startSlackStub(): Promise<SlackStub> {
  const server = await startApart(new URL('slack-stub-server.ts', import.meta.url));
  const url = server.said;
  return {
    url,
    responseUrl: (id) => `${url}/respond/${id}`,
    async answer(id) {
      const response = await fetch(`${url}/answers/${id}`);
      const { text, at }: { text: string; at: number } = JSON.parse(await response.text());
      return { text, at: at - performance.timeOrigin };
    },
    close: () => server.stop(),
  };
}
