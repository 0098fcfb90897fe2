import type { HomeView } from '@slack/types';
import type { Connection } from 'mongoose';
import type { AccessRequest } from '../models/access-request.ts';
import type { DigestLook } from '../models/channel.ts';
import type { Link } from '../models/link.ts';
import type { Models } from '../models/models.ts';
import type { Workspace } from '../models/workspace.ts';
import type { BackfillProgress } from './backfill/progress.ts';
import type { Charts } from './charts/charts.ts';
import type { Clock } from './clock.ts';
import type { Aside } from './digest/aside.ts';
import type { CorrectionData } from './digest/corrections.ts';
import type { DigestData } from './digest/digest.ts';
import type { DigestPicture } from './digest/picture.ts';
import type { Steps } from './first-minute/steps.ts';
import type { HomeData } from './home/home-data.ts';
import type { InFlight } from './in-flight.ts';
import type { Installations } from './installations/installations.ts';
import type { RefusalFailure } from './lightspeed/health-notices.ts';
import type { OAuthClient } from './lightspeed/oauth/client.ts';
import type { Connect } from './lightspeed/till.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import type { StoreNoticeData } from './new-stores/notice-data.ts';
import type { Vault } from './security/vault.ts';
import type { Delivery } from './slack/delivery.ts';
import type { Message } from './slack/message.ts';
import type { Reader, Readers } from './slack/readers.ts';

/** Everything the engine works with; it comes in once, from app.ts. */
export interface Engine {
  clock: Clock;
  logger: Logger;
  connection: Connection;
  models: Models;
  vault: Vault;
  connect: Connect;
  /** R-Series OAuth; undefined where no client is set up. */
  oauth: OAuthClient | undefined;
  /** Undefined where one workspace's bot token is a setting. */
  installations: Installations | undefined;
  /** Where people enter a key in a browser; undefined where no browser reaches Daybook safely. */
  keyPageAddress: string | undefined;
  delivery: Delivery;
  readers: Readers;
  charts: Charts;
  /** Where crowds of digests are brought out; undefined: in this thread. */
  aside: Aside | undefined;
  inFlight: InFlight;
  metrics: Metrics;
  faces: Faces;
  /** A new id for a document. */
  newId(): string;
}

/** How what the engine tells by itself looks; the views give it. */
export interface Faces {
  digest(data: DigestData, workspace: Workspace): Message;
  /** Undefined where there is nothing to draw. */
  digestPicture(data: DigestData, workspace: Workspace): DigestPicture | undefined;
  /** What stands in the digest's thread. */
  digestDetails(data: DigestData, workspace: Workspace): Message;
  /** A digest that a manager sends to themselves. */
  digestTest(message: Message, channelId: string, workspace: Workspace): Message;
  correction(data: CorrectionData, workspace: Workspace, look: DigestLook): Message;
  undeliverable(data: { channelId: string; code: string }, reader: Reader): Message;
  backfill(data: BackfillProgress, reader: Reader): Message;
  keyRefused(data: { link: Link; failure: RefusalFailure; isReminder: boolean }, reader: Reader): Message;
  outage(data: { link: Link; since: Date }, reader: Reader): Message;
  consentEnding(data: { link: Link; on: Date }, reader: Reader): Message;
  linkerGone(data: { link: Link; name: string }, reader: Reader): Message;
  newStores(data: StoreNoticeData, reader: Reader): Message;
  /** To whoever ordered the file of a month (`YYYY-MM`) for a person. */
  fileNotSent(data: { userId: string; month: string }, reader: Reader): Message;
  /** How to begin, for the first manager. */
  welcome(steps: Steps, reader: Reader): Message;
  /** Slack ends Daybook's access soon unless it is installed again, at this address where it is known. */
  installAnew(data: { address: string | undefined }, reader: Reader): Message;
  home(data: HomeData, reader: Reader): HomeView;
  /** For managers: who asks for what, with the answers, or what was answered. */
  accessAsked(request: AccessRequest, reader: Reader): Message;
  /** For who asked: what was answered. */
  accessAnswered(request: AccessRequest, reader: Reader): Message;
}

/** An engine at work for one workspace. */
export interface Context extends Engine {
  workspace: Workspace;
}

/** The same engine for one workspace. */
export function contextOf(engine: Engine, workspace: Workspace): Context {
  return { ...engine, workspace };
}
