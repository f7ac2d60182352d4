import type { Server } from 'node:http'
import { log } from '#app/platform/log.server.ts'

const PATIENCE_MS = 8_000

/**
 * Stops on SIGTERM and SIGINT: takes no new connection, finishes what was begun, closes idle keep-alive
 * connections at once, then closes the rest with `close`. Requests that do not end within the patience are cut.
 */
export function stopGracefully(server: Server, onStopping: () => void, close: () => Promise<void>): void {
  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return
    stopping = true
    onStopping()
    log().info({ signal }, 'stopping')
    const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    server.close(async () => {
      clearTimeout(impatience)
      await close()
      log().info('stopped')
      process.exit(0)
    })
    server.closeIdleConnections()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
