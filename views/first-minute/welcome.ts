import type { Engine } from '../../src/context.ts';
import { welcomeManager } from '../../src/first-minute/welcome.ts';
import { type Asker, answering } from '../answering.ts';

/** Welcomes the first manager who comes by; they asked for something else, and are not told when this fails. */
export async function welcomeNewcomer(engine: Engine, asker: Asker): Promise<void> {
  const tell = async () => undefined;
  await answering(engine, asker, tell, ({ context, userId }) => welcomeManager(context, { userId }));
}
