declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  /** The small part that the benchmarks use: the package brings no types. */
  export type Request = {
    method: 'GET' | 'POST'
    path: string
    headers: Record<string, string>
    body?: string
  }

  export type Client = EventEmitter & { setRequests: (requests: Request[]) => void }

  export type Options = {
    url: string
    connections: number
    /** Seconds; passed over when an amount is given. */
    duration?: number
    /** Responses in all. */
    amount?: number
    setupClient: (client: Client) => void
  }

  export type Result = { duration: number; errors: number; timeouts: number; non2xx: number }

  export default function autocannon(options: Options): Promise<Result>
}
