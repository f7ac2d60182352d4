import { readFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { roundTo } from './statistics.ts'

const packages = [
  '@remix-run/express',
  'react',
  'express',
  '@prisma/client',
  'better-sqlite3',
  'lucia',
  'pino',
  'pdfkit',
  'markdown-it',
  'highlight.js',
  'yaml',
  'autocannon',
]

/** Where and with what the figures were measured; the load average shows whether anybody else was at work. */
export function describeMachine() {
  const processors = cpus()
  return {
    cpu: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memoryGiB: roundTo(totalmem() / 2 ** 30, 1),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.versions.node,
    loadAverageBefore: loadavg().map(value => roundTo(value, 2)),
    versions: Object.fromEntries(packages.map(name => [name, versionOf(name)])),
  }
}

function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  // Every published package has a version.
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
