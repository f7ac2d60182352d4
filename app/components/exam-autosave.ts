import type { SittingAnswer } from '#app/domain/learning/exam/sitting-answer.ts'

export type SaveStatus = SittingAnswer | { kind: 'saving' } | { kind: 'failed' }

export type Autosave = {
  /** What stands in the form now; it is sent a little later, once. */
  change: (body: string) => void
  /** Sends at once what is still to be sent. Resolves when that has succeeded or failed. */
  flush: () => Promise<void>
  /** Leaves what is still to be sent to somebody else, and resolves when nothing is on its way any more. */
  handOver: () => Promise<void>
  isBusy: () => boolean
}

const DELAY_MS = 600
const LONGEST_WAIT_MS = 10_000

/**
 * Keeps sending the newest state of a form, one request at a time, so that an older answer never arrives last. What
 * could not be sent is sent again: after one second, then two, four, eight, ten.
 * @param sent what the server has already
 */
export function createAutosave(
  sent: string,
  send: (body: string) => Promise<SaveStatus>,
  onStatus: (status: SaveStatus) => void,
): Autosave {
  let newest = sent
  let waiting: string | null = null
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  function plan(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(run, ms)
  }

  function run(): Promise<void> {
    clearTimeout(timer)
    running ??= sendAll().finally(() => {
      running = null
    })
    return running
  }

  async function sendAll(): Promise<void> {
    while (waiting !== null) {
      const body = waiting
      onStatus({ kind: 'saving' })
      const status = await send(body)
      onStatus(status)
      if (status.kind === 'failed' || status.kind === 'signed-out') {
        plan(Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** failures))
        failures += 1
        return
      }
      failures = 0
      // Cleared by now when it was handed over, and newer when something was typed meanwhile.
      if (waiting === body) waiting = null
    }
  }

  return {
    change(body) {
      if (body === newest) return
      newest = body
      waiting = body
      plan(DELAY_MS)
    },
    flush: () => (waiting === null && running === null ? Promise.resolve() : run()),
    async handOver() {
      waiting = null
      clearTimeout(timer)
      await running
    },
    isBusy: () => waiting !== null || running !== null,
  }
}
