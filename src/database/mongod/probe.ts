import { run } from './run.ts';

/** The oldest server the driver talks to: https://www.mongodb.com/docs/drivers/compatibility/ */
const oldest = [4, 2] as const;

/** Asks a mongod for its version, `6.0.5`; throws in words when it does not run here or is too old. */
export async function probeMongod(path: string): Promise<string> {
  const { output, code, complaint } = await run(path, ['--version'], 15_000);
  const version = /db version v(\d+\.\d+\.\d+)/.exec(output)?.[1];
  if (code !== 0 || version === undefined)
    throw new Error(`${path} does not run here: ${inWords(complaint)}`);
  if (isTooOld(version)) throw new Error(`${path} is MongoDB ${version}, older than ${oldest.join('.')}`);
  return version;
}

/** `6.0` of `6.0.5`: what decides whether a server reads another one's data. */
export function series(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}

function inWords(complaint: string): string {
  // From 5.0 on mongod needs AVX, which some small virtual machines lack.
  return complaint.includes('SIGILL') ? 'this processor lacks what MongoDB needs (AVX)' : complaint;
}
