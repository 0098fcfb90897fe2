import type { WebClient } from '@slack/web-api';

/** The most Slack gives at once (https://docs.slack.dev/reference/methods/conversations.members). */
const pageSize = 999;

/**
 * Everybody who is in a channel, page by page: of a public one, or a private one with Daybook in it. Throws what the client
 * throws.
 */
export async function membersOf(client: WebClient, channelId: string): Promise<ReadonlySet<string>> {
  const members = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await client.conversations.members({
      channel: channelId,
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const member of page.members ?? []) members.add(member);
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return members;
}
