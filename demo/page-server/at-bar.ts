import type { Deed } from './deeds.ts';
import type { PageRequest } from './requests.ts';
import type { Stage } from './stage.ts';
import { makeKey, refund, revokeKeys, ringUp, voidOfYesterday } from './till.ts';
import { setLightspeedDown, setSlackSlow } from './troubles.ts';

/** What is done at the bar at once, without moving the clock. */
export type AtBar = Exclude<
  PageRequest,
  { do: 'act' } | { do: 'jump' } | { do: 'jumpTo' } | { do: 'startOver' }
>;

/** Does it and says so in words. Throws an Error in words. */
export function carryOutAtBar(stage: Stage, request: AtBar): string {
  const { world, clock, workspace } = stage;
  const { slack } = workspace;
  const now = clock.now();
  const doIt = ({ deed, said }: { deed: Deed; said: string }): string => {
    stage.act(deed);
    return said;
  };
  switch (request.do) {
    case 'ringUp':
      return doIt(ringUp(world, now, request.store, request.amount));
    case 'void':
      return doIt(voidOfYesterday(world, now, request.store));
    case 'refund':
      return doIt(refund(world, now, request.store));
    case 'revokeKey':
      return doIt(revokeKeys(world));
    case 'newKey':
      return doIt(makeKey(world));
    case 'lightspeedDown':
      setLightspeedDown(workspace, request.on);
      return request.on ? 'Lightspeed is down.' : 'Lightspeed answers again.';
    case 'slackSlow':
      setSlackSlow(workspace, request.on);
      return request.on ? 'Slack is slow.' : 'Slack is quick again.';
    case 'language':
      slack.setLocale(request.as, request.locale);
      return 'Changed the language.';
    case 'uninstall':
      slack.uninstall();
      return 'Took the app out of the workspace.';
    case 'install':
      slack.install();
      return 'Let the app in again. Invite it to its channels.';
    case 'colleague':
      return welcome(stage);
    case 'channel':
      return changeChannel(stage, request.channel, request.what);
  }
}

const names = ['Noor', 'Emre', 'Pim', 'Aylin', 'Joris', 'Fleur'];

/** Somebody new, with the language of the country the chain is in. */
function welcome({ workspace: { slack } }: Stage): string {
  const count = Object.keys(slack.state.people).length;
  const name = names[count % names.length] ?? 'Noor';
  slack.join({ id: `U${count + 1}NEW`, name, locale: 'nl-NL' });
  return `${name} joined the workspace.`;
}

function changeChannel(
  { workspace: { slack } }: Stage,
  channel: string,
  what: 'invite' | 'remove' | 'archive',
): string {
  const { name } = slack.state.channels[channel] ?? { name: channel };
  if (what === 'invite') {
    if (slack.state.isUninstalled) throw new Error('The app is not installed.');
    slack.inviteBot(channel);
    return `The app is in #${name} now.`;
  }
  if (what === 'remove') {
    slack.removeBot(channel);
    return `The app is out of #${name}.`;
  }
  slack.archive(channel);
  return `#${name} is archived.`;
}
