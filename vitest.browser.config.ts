import { defineConfig } from 'vitest/config';

/** Tests that look at the page in a real browser; apart from the others, because they need one. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/support/mongod.ts'],
    env: { TZ: 'UTC' },
    // Real servers and real clocks on a shared machine: one more try there, none at a desk.
    retry: process.env['CI'] ? 1 : 0,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
});
