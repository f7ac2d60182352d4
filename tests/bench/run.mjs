import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * `npm run bench -- <name>`: prepares and builds as `npm start` does, measures, and prints one JSON document on
 * standard output. What goes on meanwhile is told on standard error. No figure ever fails a run.
 */

const benchmarks = {
  lesson: 'opening a lesson, view recorded, beside a bare Remix page with the same HTML',
  memory: 'memory at rest, after 20,000 lessons and after 200 certificates',
  content: 'checking, compiling and indexing 5,000 lessons in two languages, and following an edit',
  certificates: 'issuing, verifying a PDF, a credential and a list of 500 numbers',
  search: 'suggestions and result pages over 5,000 lessons in two languages',
}

const [name, ...options] = process.argv.slice(2)
if (name === undefined || !Object.hasOwn(benchmarks, name)) {
  const lines = Object.entries(benchmarks).map(([known, about]) => `  ${known.padEnd(12)} ${about}\n`)
  const complaint = name === undefined ? 'Name a benchmark' : `There is no benchmark "${name}"`
  process.stderr.write(`${complaint}: npm run --silent bench -- <name>\n${lines.join('')}`)
  process.exit(2)
}

process.env.NODE_ENV = 'production'
prepareSite()
const { register } = await import('tsx/esm/api')
register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
const { measure } = await import(`./${name}.ts`)
const report = await measure(options)
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)

/** In a process of its own, because preparation speaks on standard output, which belongs to the report. */
function prepareSite() {
  const prepare = new URL('../../app/server/prepare.mjs', import.meta.url).href
  const script = `const { prepare, buildSite } = await import('${prepare}'); await prepare(); await buildSite()`
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
  })
  if (status !== 0) process.exit(status ?? 1)
}
