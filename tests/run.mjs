import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildSite, prepare, root } from '../app/server/prepare.mjs'
import { ensureJudges } from './setup/debian-tools.mjs'

/**
 * `npm test`: everything, from a fresh clone. `npm test unit` and the like run a part.
 * Every check counts as one test; the last line is `N passed, N failed`.
 */
const results = join(root, 'test-results')
const node = process.execPath
const bin = name => join(root, 'node_modules', name)

const checks = [
  { part: 'check', title: 'Types', args: [bin('typescript/bin/tsc'), '--noEmit'] },
  { part: 'check', title: 'Format and lint', args: [bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off'] },
  {
    part: 'check',
    title: 'Import rules',
    args: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      'app',
      'prisma',
      '--config',
      '.dependency-cruiser.cjs',
    ],
  },
  { part: 'check', title: 'Course content', args: ['app/cli/zagore.mjs', 'content', 'check'] },
]

const suites = [
  { part: 'unit', title: 'Unit tests', args: vitest('unit'), count: () => countVitest('unit') },
  {
    part: 'domain',
    title: 'Domain tests on SQLite and PostgreSQL',
    args: vitest('domain'),
    count: () => countVitest('domain'),
  },
  {
    part: 'e2e',
    title: 'Journeys in the browser',
    args: [bin('@playwright/test/cli.js'), 'test', '-c', 'tests/e2e/playwright.config.ts'],
    count: countPlaywright,
  },
]

const wanted = process.argv.slice(2)
const isWanted = ({ part }) => wanted.length === 0 || wanted.includes(part)

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
await prepare()
ensureJudges()

let passed = 0
let failed = 0
for (const check of checks.filter(isWanted)) {
  const ok = await run(check)
  if (ok) passed += 1
  else failed += 1
}
for (const suite of suites.filter(isWanted)) {
  if (suite.part === 'e2e') await buildSite()
  const ok = await run(suite)
  const counted = suite.count()
  passed += counted.passed
  // A runner that fell over before it could report is a failure of its own.
  failed += counted.failed + (!ok && counted.failed === 0 ? 1 : 0)
}
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
process.stdout.write(`${passed} passed, ${failed} failed\n`)

/** Runs one part, showing what it prints. */
function run({ title, args }) {
  process.stdout.write(`\n— ${title}\n`)
  const started = Date.now()
  return new Promise(resolve => {
    const child = spawn(node, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, FORCE_COLOR: '0' },
    })
    child.on('close', code => {
      process.stdout.write(
        `  ${code === 0 ? 'passed' : `FAILED with exit code ${code}`} in ${Math.round((Date.now() - started) / 1000)} s\n`,
      )
      resolve(code === 0)
    })
  })
}

function vitest(project) {
  return [
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${join(results, `${project}.json`)}`,
  ]
}

function countVitest(project) {
  const report = read(`${project}.json`)
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }
}

function countPlaywright() {
  const stats = read('e2e.json')?.stats
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 }
}

function read(name) {
  try {
    return JSON.parse(readFileSync(join(results, name), 'utf8'))
  } catch {
    return null
  }
}
