import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}'],
          exclude: ['app/**/*.domain.test.ts'],
          setupFiles: ['tests/setup/console.ts'],
          globalSetup: ['tests/setup/keys.ts'],
          // A busy machine is no failure; nothing here waits for anything.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'domain',
          include: ['app/**/*.domain.test.ts'],
          setupFiles: ['tests/setup/console.ts'],
          globalSetup: ['tests/setup/databases.ts', 'tests/setup/keys.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
