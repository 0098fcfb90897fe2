import { rotateKeys } from '../src/security/rotate-keys.ts';
import { withEngine } from './open.ts';
import { type AsJson, printJson } from './output.ts';

/** `daybook keys rotate`: encrypts every stored key with the first of ENCRYPTION_KEYS. */
export async function keysRotate({ json }: AsJson): Promise<void> {
  await withEngine(async ({ engine, say }) => {
    const encrypted = await rotateKeys(engine);
    if (json) return printJson({ encrypted });
    say(
      `${encrypted} ${encrypted === 1 ? 'key is' : 'keys are'} encrypted with the first encryption key now.`,
    );
  });
}
