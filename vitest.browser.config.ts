import { defineConfig } from 'vitest/config';

/** Tests that look at the page in a real browser; apart from the others, because they need one. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/support/mongod.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
});
