import type { Connection } from 'mongoose';
import type { Link } from '../models/link.ts';
import type { Models } from '../models/models.ts';
import type { Workspace } from '../models/workspace.ts';
import type { BackfillProgress } from './backfill/progress.ts';
import type { Clock } from './clock.ts';
import type { CorrectionData, DigestData } from './digest/digest.ts';
import type { InFlight } from './in-flight.ts';
import type { OAuthClient } from './lightspeed/oauth/client.ts';
import type { Connect } from './lightspeed/till.ts';
import type { Logger } from './logger.ts';
import type { Vault } from './security/vault.ts';
import type { Delivery } from './slack/delivery.ts';
import type { Message } from './slack/message.ts';

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
  delivery: Delivery;
  inFlight: InFlight;
  faces: Faces;
  /** A new id for a document. */
  newId(): string;
}

/** How what the engine tells by itself looks; the views give it. */
export interface Faces {
  digest(data: DigestData, workspace: Workspace): Message;
  correction(data: CorrectionData, workspace: Workspace): Message;
  undeliverable(data: { channelId: string; code: string }, workspace: Workspace): Message;
  backfill(data: BackfillProgress, workspace: Workspace): Message;
  keyRefused(data: { link: Link; isReminder: boolean }, workspace: Workspace): Message;
  outage(data: { link: Link; since: Date }, workspace: Workspace): Message;
  consentEnding(data: { link: Link; on: Date }, workspace: Workspace): Message;
  linkerGone(data: { link: Link; name: string }, workspace: Workspace): Message;
  newStores(data: { link: Link; names: string[] }, workspace: Workspace): Message;
}

/** An engine at work for one workspace. */
export interface Context extends Engine {
  workspace: Workspace;
}

/** The same engine for one workspace. */
export function contextOf(engine: Engine, workspace: Workspace): Context {
  return { ...engine, workspace };
}
