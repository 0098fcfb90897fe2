import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import type { World } from '../world/world.ts';
import { sendHttp } from './http.ts';
import type { Ack, Deliver, Parcel } from './parcel.ts';
import type { Sockets } from './sockets.ts';

/** Delivers over HTTP when the app has an address, else over one of its sockets, and logs it. */
export function createDeliver(world: () => World, sockets: Sockets): Deliver {
  return async (parcel) => {
    const { settings, traffic, realNow } = world();
    const overHttp = settings.appUrl !== undefined;
    const ack = await (settings.appUrl === undefined
      ? sockets.send(parcel)
      : sendHttp(parcel, { ...settings, appUrl: settings.appUrl }, realNow));
    traffic.add({
      from: 'workspace',
      name: parcel.name,
      transport: overHttp ? 'http' : 'socket',
      request: parcel.body,
      response: ack.ok ? ack.payload : ack.detail,
      verdict: ack.ok ? 'ok' : ack.error,
      ...(parcel.retry && { retry: parcel.retry.num }),
    });
    return ack;
  };
}

/** Delivers an event the app subscribed to, as Slack does: once more at once when it failed. */
export async function deliverEvent(world: World, event: JsonObject): Promise<Ack> {
  const { app, team, enterprise, isOrgInstall } = world.state;
  const body = {
    token: 'verification',
    team_id: team.id,
    ...(enterprise && { enterprise_id: enterprise.id }),
    api_app_id: app.id,
    type: 'event_callback',
    event_id: world.ids.make('Ev'),
    event_time: Math.floor(world.now() / 1000),
    authorizations: [
      {
        enterprise_id: enterprise?.id ?? null,
        team_id: team.id,
        user_id: app.botUser,
        is_bot: true,
        is_enterprise_install: isOrgInstall === true,
      },
    ],
    is_ext_shared_channel: false,
    event,
  };
  const url = world.settings.manifest.settings.event_subscriptions?.request_url;
  const parcel: Parcel = { kind: 'events_api', name: String(event['type']), body, url };
  const ack = await world.deliver(parcel);
  if (!ack.ok) {
    const reason = ack.error === 'operation_timeout' ? 'http_timeout' : 'http_error';
    return world.deliver({ ...parcel, retry: { num: 1, reason } });
  }
  if (world.faults.take(['duplicate_event'])) {
    await world.deliver({ ...parcel, retry: { num: 1, reason: 'http_timeout' } });
  }
  return ack;
}

/** The payload of an ack when it is an object. */
export function ackObject(ack: Ack): JsonObject {
  return ack.ok && isObject(ack.payload) ? ack.payload : {};
}
