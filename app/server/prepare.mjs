import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Brings a fresh clone to the point where it can run, with nothing but Node and npm. Plain JavaScript on Node's
 * own modules, because it runs before anything is installed. Each step is passed over when nothing changed.
 */

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Ends the process with one sentence that says what to do. */
export function giveUp(sentence) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}

/** Installs packages and generates the database clients. */
export async function prepare() {
  checkNode()
  checkFolder()
  await install()
  await step('Preparing the database clients', 'node', ['app/platform/generate-clients.mjs'])
}

/** Builds the site for production if any source changed since the last build. */
export async function buildSite() {
  const stamp = join(root, 'build/.stamp')
  const state = hashOf([
    'app',
    'public',
    'prisma/schema.prisma',
    'package-lock.json',
    'vite.config.ts',
    'remix.config.js',
  ])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return
  await step('Building the site', 'node', ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], {
    NODE_ENV: 'production',
  })
  writeFileSync(stamp, state)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    giveUp(
      `Node ${process.versions.node} is too old: install Node 20.19 or newer from https://nodejs.org and run the command again.`,
    )
  }
}

function checkFolder() {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    giveUp(
      `The folder ${root} cannot be written by this user: change its owner or clone the project where you may write.`,
    )
  }
}

async function install() {
  const stamp = join(root, 'node_modules/.zagore-installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === installedState()) return
  // The build needs what npm leaves out in production. Not `npm ci`: it refuses a lock file that was written where binaries of other systems could not be seen.
  const npmInstall = ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  await step('Installing packages (a minute or two)', 'npm', npmInstall, nodeHeaders())
  // After the installation, because npm may complete the lock file.
  writeFileSync(stamp, installedState())
}

function installedState() {
  return `${hashOf(['package-lock.json', 'package.json'])} ${process.version}`
}

/** SQLite is compiled where no ready-made binary can be had; Node's own headers save a download. */
function nodeHeaders() {
  const prefix = dirname(dirname(process.execPath))
  const here = existsSync(join(prefix, 'include/node/node.h'))
  return here ? { npm_config_nodedir: prefix } : {}
}

/** Runs one step with a line that says what goes on; its output is shown only if it fails. */
export function step(title, command, args, environment = {}) {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const live = process.stdout.isTTY
  if (!live) process.stdout.write(`• ${title} …`)
  const ticker = live && setInterval(() => process.stdout.write(`\r• ${title} … ${seconds()} s`), 200)
  return new Promise(resolve => {
    const child = spawn(command === 'node' ? process.execPath : command, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command !== 'node',
    })
    const output = []
    child.stdout.on('data', chunk => output.push(chunk))
    child.stderr.on('data', chunk => output.push(chunk))
    child.on('error', error => finish(error.message))
    child.on('close', code => finish(code === 0 ? null : `exit code ${code}`))
    function finish(fault) {
      clearInterval(ticker || undefined)
      if (fault === null) {
        process.stdout.write(live ? `\r✓ ${title} (${seconds()} s)\n` : ` ${seconds()} s\n`)
        return resolve()
      }
      process.stdout.write('\n')
      process.stderr.write(Buffer.concat(output).toString())
      giveUp(`“${title}” failed (${fault}). The lines above say why; mend that and run the command again.`)
    }
  })
}

/** A hash of files and folders by content. */
function hashOf(paths) {
  const hash = createHash('sha256')
  const visit = path => {
    const full = join(root, path)
    if (!existsSync(full)) return
    let entries
    try {
      entries = readdirSync(full, { withFileTypes: true })
    } catch {
      hash.update(path).update(readFileSync(full))
      return
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (!entry.name.includes('.test.')) visit(join(path, entry.name))
    }
  }
  for (const path of paths) visit(path)
  return hash.digest('hex')
}
