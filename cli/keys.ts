import { rotateKeys } from '../src/security/rotate-keys.ts';
import { withEngine } from './open.ts';

/** `daybook keys rotate`: encrypts every stored key with the first of ENCRYPTION_KEYS. */
export async function keysRotate(): Promise<void> {
  await withEngine(async ({ engine, say }) => {
    const number = await rotateKeys(engine);
    say(`${number} ${number === 1 ? 'key is' : 'keys are'} encrypted with the first encryption key now.`);
  });
}
