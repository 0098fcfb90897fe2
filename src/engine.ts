import { type Connection, Types } from 'mongoose';
import { createModels } from '../models/models.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Engine, Faces } from './context.ts';
import { createInFlight } from './in-flight.ts';
import { createOAuthClient } from './lightspeed/oauth/client.ts';
import { createConnect } from './lightspeed/till.ts';
import type { Logger } from './logger.ts';
import { keysFromFile } from './security/key-file.ts';
import { createVault } from './security/vault.ts';
import type { Delivery } from './slack/delivery.ts';

export interface EngineParts {
  config: Config;
  connection: Connection;
  logger: Logger;
  clock: Clock;
  delivery: Delivery;
  faces: Faces;
}

/** Puts the engine together. Throws a VaultError when the encryption keys cannot be used. */
export async function createEngine(parts: EngineParts): Promise<Engine> {
  const { config, connection, logger, clock, delivery, faces } = parts;
  const keys = config.encryptionKeys ?? (await keysFromFile(config.dataDir));
  return {
    clock,
    logger,
    connection,
    models: createModels(connection),
    vault: createVault(keys),
    connect: createConnect(config.lightspeed),
    oauth: config.lightspeed.oauth && createOAuthClient({ ...config.lightspeed.oauth, now: clock }),
    delivery,
    inFlight: createInFlight(),
    faces,
    newId: () => new Types.ObjectId().toHexString(),
  };
}
