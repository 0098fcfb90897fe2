import { type Connection, Types } from 'mongoose';
import { createModels, type Models } from '../models/models.ts';
import { createCharts } from './charts/charts.ts';
import { drawOnce } from './charts/draw-once.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Engine, Faces } from './context.ts';
import { createInFlight } from './in-flight.ts';
import { createInstallations, type Installations } from './installations/installations.ts';
import { keyPageAddressOf } from './lightspeed/key-page/begin-key-page.ts';
import { createOAuthClient } from './lightspeed/oauth/client.ts';
import { createConnect } from './lightspeed/till.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { keysFromFile } from './security/key-file.ts';
import { createVault, type Vault } from './security/vault.ts';
import type { Delivery } from './slack/delivery.ts';
import { createSlackOAuth } from './slack/oauth.ts';
import { createReaders } from './slack/readers.ts';

export interface EngineParts {
  config: Config;
  connection: Connection;
  logger: Logger;
  metrics: Metrics;
  clock: Clock;
  delivery: Delivery;
  faces: Faces;
}

/** Puts the engine together. Throws a VaultError when the encryption keys cannot be used. */
export async function createEngine(parts: EngineParts): Promise<Engine> {
  const { config, connection, logger, metrics, clock, delivery, faces } = parts;
  const keys = config.encryptionKeys ?? (await keysFromFile(config.dataDir));
  const models = createModels(connection);
  const vault = createVault(keys);
  const inFlight = createInFlight();
  return {
    clock,
    logger,
    connection,
    models,
    vault,
    connect: createConnect({
      ...config.lightspeed,
      giveUp: inFlight.giveUp,
      onRequest: metrics.lightspeedAsked,
    }),
    oauth: config.lightspeed.oauth && createOAuthClient({ ...config.lightspeed.oauth, now: clock }),
    installations: installationsOf(parts, { models, vault }),
    keyPageAddress: keyPageAddressOf(config.publicUrl),
    delivery,
    readers: createReaders({ delivery, logger }),
    charts: drawOnce(createCharts()),
    aside: undefined,
    inFlight,
    metrics,
    faces,
    newId: () => new Types.ObjectId().toHexString(),
  };
}

/** Undefined where one workspace's bot token is a setting. */
function installationsOf(
  { config, clock, logger }: EngineParts,
  kept: { models: Models; vault: Vault },
): Installations | undefined {
  const { clientId, clientSecret, apiUrl } = config.slack;
  if (clientId === undefined || clientSecret === undefined) return undefined;
  const oauth = createSlackOAuth({ clientId, clientSecret, apiUrl, logger });
  const address = config.publicUrl && `${config.publicUrl}/slack/install`;
  return createInstallations({ ...kept, clock, oauth }, { logger, address });
}
