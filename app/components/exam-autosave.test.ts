import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAutosave, type SaveStatus } from './exam-autosave.ts'

const saved: SaveStatus = { kind: 'saved', answered: true, now: '', deadlineAt: '' }
const failed: SaveStatus = { kind: 'failed' }

let bodies: string[] = []
let said: string[] = []
let answers: (SaveStatus | Promise<SaveStatus>)[] = []

function begin() {
  const send = async (body: string) => {
    bodies.push(body)
    return answers.shift() ?? saved
  }
  return createAutosave('', send, ({ kind }) => said.push(kind))
}

beforeEach(() => {
  vi.useFakeTimers()
  bodies = []
  said = []
  answers = []
})
afterEach(() => void vi.useRealTimers())

test('what is typed quickly is sent once, a little later', async () => {
  const autosave = begin()
  for (const body of ['a', 'ab', 'abc']) autosave.change(body)
  await vi.advanceTimersByTimeAsync(500)
  expect(bodies).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(bodies).toEqual(['abc'])
  expect(said).toEqual(['saving', 'saved'])
  expect(autosave.isBusy()).toBe(false)
})

test('what the server has is not sent', async () => {
  begin().change('')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(bodies).toEqual([])
})

test('what changes while an answer is on its way follows it, and never overtakes it', async () => {
  const autosave = begin()
  let arrive = (_: SaveStatus) => {}
  answers = [
    new Promise(resolve => {
      arrive = resolve
    }),
  ]
  autosave.change('a')
  await vi.advanceTimersByTimeAsync(700)
  autosave.change('b')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(bodies).toEqual(['a'])
  arrive(saved)
  await vi.advanceTimersByTimeAsync(0)
  expect(bodies).toEqual(['a', 'b'])
})

test('what could not be sent is tried again, ever more seldom, until it is there', async () => {
  answers = [failed, failed, failed, { kind: 'signed-out' }]
  const autosave = begin()
  autosave.change('a')
  await vi.advanceTimersByTimeAsync(600)
  expect(said).toEqual(['saving', 'failed'])
  for (const seconds of [1, 2, 4, 8]) {
    await vi.advanceTimersByTimeAsync(seconds * 1_000 - 1)
    const before = bodies.length
    await vi.advanceTimersByTimeAsync(1)
    expect(bodies.length).toBe(before + 1)
  }
  expect(said.at(-1)).toBe('saved')
  expect(bodies).toEqual(['a', 'a', 'a', 'a', 'a'])
})

test('leaving sends at once and waits for the outcome', async () => {
  const autosave = begin()
  autosave.change('a')
  await autosave.flush()
  expect(bodies).toEqual(['a'])
  expect(autosave.isBusy()).toBe(false)
  await autosave.flush()
  expect(bodies).toEqual(['a'])
})

test('leaving without a line does not wait for ever', async () => {
  answers = [failed]
  const autosave = begin()
  autosave.change('a')
  await autosave.flush()
  expect(autosave.isBusy()).toBe(true)
})

test('what a form sends itself is not sent beside it', async () => {
  const autosave = begin()
  autosave.change('a')
  await autosave.handOver()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(bodies).toEqual([])
})

test('an answer that is refused is not sent again before it changes', async () => {
  answers = [{ kind: 'refused', reason: 'not-a-number' }]
  const autosave = begin()
  autosave.change('1o')
  await vi.advanceTimersByTimeAsync(30_000)
  expect(bodies).toEqual(['1o'])
  autosave.change('10')
  await vi.advanceTimersByTimeAsync(700)
  expect(bodies).toEqual(['1o', '10'])
  expect(said).toEqual(['saving', 'refused', 'saving', 'saved'])
})
