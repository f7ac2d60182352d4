import autocannon, { type Request } from 'autocannon'
import { readCpu, readRss } from './process-figures.ts'
import type { RunningServer } from './server-process.ts'
import { percentile } from './statistics.ts'

export type Load = {
  responses: number
  requestsPerSecond: number
  /** Milliseconds from the request to the end of its response. */
  p50: number
  p95: number
  p99: number
  /** Bytes of an average response, head included. */
  bytes: number
  /** Processor time of the server for one request; null where it cannot be read. */
  cpuMs: number | null
  /** Resident memory of the server in MiB, read four times a second. */
  rss: number[]
}

type LoadOptions = {
  server: RunningServer
  connections: number
  /** How long, or how many. */
  until: { seconds: number } | { responses: number }
  /** What each connection asks for, over and over, one request at a time. */
  requestsOf: (connection: number) => Request[]
}

/** Puts a server under load and measures. Throws when any response is not a 200: such a figure means nothing. */
export async function load({ server, connections, until, requestsOf }: LoadOptions): Promise<Load> {
  // autocannon's own histogram holds whole milliseconds, too coarse for what is measured here.
  const latencies: number[] = []
  let bytes = 0
  let refused = 0
  let connection = 0
  const rss: number[] = []
  const sample = () => rss.push(readRss(server.pid) ?? Number.NaN)
  const sampling = setInterval(sample, 250)
  const cpuBefore = readCpu(server.pid)
  const began = performance.now()
  // autocannon looks at its clock once a second only.
  let last = began
  const result = await autocannon({
    url: server.origin,
    connections,
    ...('seconds' in until ? { duration: until.seconds } : { amount: until.responses }),
    setupClient(client) {
      client.setRequests(requestsOf(connection))
      connection += 1
      client.on('response', (status: number, size: number, duration: number) => {
        latencies.push(duration)
        last = performance.now()
        bytes += size
        if (status !== 200) refused += 1
      })
    },
  })
  const cpuAfter = readCpu(server.pid)
  clearInterval(sampling)
  sample()
  if (refused > 0 || result.errors > 0 || latencies.length === 0) {
    throw new Error(
      `${refused} of ${latencies.length} responses were refused, ${result.errors} connections failed`,
    )
  }
  latencies.sort((a, b) => a - b)
  return {
    responses: latencies.length,
    requestsPerSecond: (latencies.length / (last - began)) * 1000,
    p50: percentile(latencies, 50),
    p95: percentile(latencies, 95),
    p99: percentile(latencies, 99),
    bytes: bytes / latencies.length,
    cpuMs: cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / latencies.length,
    rss: rss.filter(value => !Number.isNaN(value)),
  }
}
