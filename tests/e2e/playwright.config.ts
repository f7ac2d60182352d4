import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findChromium } from '../setup/chromium.mjs'
import { port, site } from './site.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

// This file is read again by every worker; what the first reading decides travels on in the environment.
process.env.E2E_DATA ??= freshFolder()
process.env.E2E_CHROMIUM ??= chromiumOrStop()

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: join(root, 'test-results/e2e'),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: join(root, 'test-results/e2e.json') }]],
  use: {
    baseURL: site,
    contextOptions: { reducedMotion: 'reduce' },
    colorScheme: 'light',
    locale: 'bg-BG',
    timezoneId: 'Europe/Sofia',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.E2E_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      use: { viewport: { width: 390, height: 844 }, hasTouch: true },
      // What the server answers does not depend on the screen.
      testIgnore: /(?:api|headers|secrecy|strangers|verifying-docs|weight)\.spec\.ts$/,
    },
  ],
  webServer: {
    command: 'node build/server/index.js',
    cwd: root,
    url: `${site}/readyz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'pipe',
    stderr: 'pipe',
    env: {
      NODE_ENV: 'production',
      HUB_MODE: 'demo',
      HOST: 'localhost',
      PORT: String(port),
      PUBLIC_URL: '',
      DATABASE_URL: `file:${process.env.E2E_DATA}/academy.db`,
      DATA_DIR: process.env.E2E_DATA,
      TRUST_PROXY: 'loopback',
      LOG_LEVEL: 'warn',
    },
  },
})

/** A folder for the database of this run, gone with the process that asked for it. */
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'academy-e2e-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function chromiumOrStop(): string {
  const found = findChromium()
  if (found.ok) return found.path
  process.stderr.write(`${found.reason}\n`)
  process.exit(1)
}
