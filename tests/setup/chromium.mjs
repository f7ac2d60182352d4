import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Finds a Chromium for the tests, or gets one. Plain JavaScript on Node's own modules, so that it can run before
 * anything else is ready.
 */

const root = fileURLToPath(new URL('../..', import.meta.url))
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const advice =
  'No Chromium was found and none could be installed: install one ("apt-get install chromium", or from https://www.chromium.org) and set CHROMIUM_PATH to its program file.'

/**
 * @typedef {object} Surroundings
 * @property {Record<string, string | undefined>} environment
 * @property {(file: string) => boolean} canRun whether a file exists and may be started
 * @property {() => boolean} isRoot
 * @property {(command: string, args: string[]) => boolean} run runs an installer; false when it fails
 * @property {() => string | null} ownBrowser the browser that Playwright keeps for itself, if it is there
 */

/** @type {Surroundings} */
const here = {
  environment: process.env,
  canRun,
  isRoot: () => process.getuid?.() === 0,
  run: (command, args) =>
    spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0,
  ownBrowser,
}

/**
 * The path of a Chromium, in this order: CHROMIUM_PATH, a program on PATH, Playwright's own; then one that is
 * installed now, by the system's packages for root and by Playwright otherwise.
 * @param {Surroundings} [surroundings]
 * @returns {{ ok: true, path: string } | { ok: false, reason: string }} the reason is one sentence that says what to do
 */
export function findChromium(surroundings = here) {
  const { environment, isRoot, run, ownBrowser: own } = surroundings
  const given = environment.CHROMIUM_PATH
  if (given) {
    if (surroundings.canRun(given)) return { ok: true, path: given }
    return {
      ok: false,
      reason: `CHROMIUM_PATH names ${given}, which cannot be started: correct it or unset it.`,
    }
  }
  const present = onPath(surroundings) ?? own()
  if (present !== null) return { ok: true, path: present }

  if (isRoot()) {
    const install = () => run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'])
    // A machine that has never fetched the lists of packages finds none at the first try.
    const installed = install() || (run('apt-get', ['update']) && install())
    const path = installed ? onPath(surroundings) : null
    if (path !== null) return { ok: true, path }
  }
  run('npx', ['playwright', 'install', 'chromium'])
  const downloaded = own()
  return downloaded === null ? { ok: false, reason: advice } : { ok: true, path: downloaded }
}

/** @param {Surroundings} surroundings */
function onPath({ environment, canRun: runs }) {
  for (const folder of (environment.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const name of names) if (runs(join(folder, name))) return join(folder, name)
  }
  return null
}

/** @param {string} file */
function canRun(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function ownBrowser() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright')
    const path = chromium.executablePath()
    return path && existsSync(path) ? path : null
  } catch {
    return null
  }
}
