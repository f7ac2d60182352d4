import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type RunningServer = { origin: string; pid: number; stop: () => Promise<void> }

type ServerOptions = {
  name: string
  script: string
  /** Where its output goes: a pipe would cost this process time while it measures. */
  folder: string
  /** Everything that it gets to see, so that no setting of the caller's shell changes the figures. */
  environment: Record<string, string>
  nodeOptions?: string[]
  cwd: string
  /** How long it may take to answer; 30 seconds unless told. */
  patienceMs?: number
}

const PATIENCE_MS = 30_000

/** Starts a server in a process of its own on a free loopback port, and waits until it answers. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const output = path.join(options.folder, `${options.name}.log`)
  const descriptor = openSync(output, 'a')
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), options.script], {
    cwd: options.cwd,
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      ...options.environment,
    },
    stdio: ['ignore', descriptor, descriptor],
  })
  closeSync(descriptor)
  // A benchmark that fails or is interrupted must not leave its servers behind.
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  await untilReady(child, `${origin}/healthz`, output, options.patienceMs ?? PATIENCE_MS)
  if (child.pid === undefined) throw new Error(`${options.name} has no process`)
  return {
    origin,
    pid: child.pid,
    async stop() {
      process.removeListener('exit', end)
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))

async function untilReady(
  child: ChildProcess,
  url: string,
  output: string,
  patienceMs: number,
): Promise<void> {
  for (let waited = 0; waited < patienceMs && child.exitCode === null; waited += 100) {
    const answered = await fetch(url).then(
      response => response.ok,
      () => false,
    )
    if (answered) return
    await wait(100)
  }
  throw new Error(`The server did not start: ${readFileSync(output, 'utf8')}`)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port is free on 127.0.0.1')
  return address.port
}
