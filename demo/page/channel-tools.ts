import type { PageRequest } from '../page-server/requests.ts';
import type { Snapshot } from '../page-server/shared.ts';
import { type Child, h } from './dom.ts';
import { popup } from './popups.ts';
import { askAndSay } from './store.ts';

type Channel = Snapshot['channels'][number];

/** What anybody may do to a channel: ask the app in or out, archive it. */
export function channelTools(channel: Channel | undefined, { app }: Snapshot): Child | false {
  if (!channel || channel.kind === 'im' || channel.isArchived || !app.isInstalled) return false;
  const { id, hasBot } = channel;
  const tool = (name: string, what: Extract<PageRequest, { do: 'channel' }>['what']): Child => {
    const use = () => void askAndSay({ do: 'channel', channel: id, what });
    return h('li', {}, h('button', { type: 'button', onclick: use }, name));
  };
  const entries = [
    hasBot ? tool(`Remove ${app.name}`, 'remove') : tool(`Invite ${app.name}`, 'invite'),
    tool('Archive the channel', 'archive'),
  ];
  return popup('tools', '⋯', entries, `About #${channel.name}`);
}
