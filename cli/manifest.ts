import manifest from '../manifest.json' with { type: 'json' };
import { environment, readConfig } from '../src/config.ts';
import { UsageError } from './errors.ts';

const example = 'https://daybook.example.com';

/**
 * `daybook manifest`: manifest.json with the addresses of this Daybook; with `many`, for an app that many workspaces install:
 * with the address to come back to, for whole organisations too, and with tokens that rotate.
 */
export async function printManifest({ url, many }: { url?: string; many?: boolean }): Promise<void> {
  const base = (url ?? readConfig(environment()).publicUrl)?.replace(/\/+$/, '');
  if (base === undefined || !base.startsWith('https://')) {
    throw new UsageError('Say where Slack reaches this Daybook: --url https://... (or set PUBLIC_URL).');
  }
  const whole = many ? forMany(base) : manifest;
  process.stdout.write(`${JSON.stringify(whole, null, 2).replaceAll(example, base)}\n`);
}

function forMany(base: string) {
  const { oauth_config: oauth, settings } = manifest;
  return {
    ...manifest,
    oauth_config: { redirect_urls: [`${base}/slack/oauth_redirect`], ...oauth },
    settings: { ...settings, org_deploy_enabled: true, token_rotation_enabled: true },
  };
}
