import type { SittingAnswer } from '#app/domain/learning/exam/sitting-answer.ts'
import type { SaveStatus } from './exam-autosave.ts'

const PATIENCE_MS = 10_000

/** Sends what stands in the form of a sitting. It also arrives when the page is closed meanwhile. */
export function sendAnswer(address: string, body: string): Promise<SaveStatus> {
  return ask(address, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    keepalive: true,
  })
}

/** Whether the sitting still runs. */
export function askState(address: string): Promise<SaveStatus> {
  return ask(address, {})
}

async function ask(address: string, init: RequestInit): Promise<SaveStatus> {
  try {
    const response = await fetch(address, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
    const body: unknown = response.ok ? await response.json() : null
    return isAnswer(body) ? body : { kind: 'failed' }
  } catch {
    return { kind: 'failed' }
  }
}

/** From our own server: its kind alone tells it from the page of a proxy that stands in between. */
function isAnswer(body: unknown): body is SittingAnswer {
  return typeof body === 'object' && body !== null && 'kind' in body
}
