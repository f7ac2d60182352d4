import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Env } from '#app/platform/env.server.ts'

export type ListenResult = { ok: true } | { ok: false; reason: string }

/** Opens the port and says on standard output where the academy is, and with which accounts. */
export function listen(server: Server, env: Env): Promise<ListenResult> {
  // Longer than proxies keep a connection idle, so that none sends a request into one that closes this moment.
  server.keepAliveTimeout = 75_000
  return new Promise(resolve => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ ok: false, reason: reasonOf(error, env) }),
    )
    server.listen(env.port, env.host, () => {
      process.stdout.write(welcome(env, (server.address() as AddressInfo).port))
      resolve({ ok: true })
    })
  })
}

function reasonOf(error: NodeJS.ErrnoException, env: Env): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${env.port} is taken by another program. Stop it, or choose another port: PORT=${env.port + 1} npm start`
  }
  if (error.code === 'EACCES')
    return `Port ${env.port} may not be opened by this user. Choose one above 1024: PORT=3000 npm start`
  return `The server cannot listen on ${env.host}:${env.port} (${error.code ?? error.message}). Check HOST and PORT.`
}

function welcome(env: Env, port: number): string {
  const address = env.publicUrl ?? `http://localhost:${port}`
  const lines = ['', `  The academy is open: ${address}`]
  if (env.mode === 'demo') {
    lines.push('  Sample accounts: learner@example.org, trainer@example.org, admin@example.org')
    lines.push('  Password of each: zagore-demo-2026')
  }
  return `${lines.join('\n')}\n  Stop with Ctrl+C\n\n`
}
