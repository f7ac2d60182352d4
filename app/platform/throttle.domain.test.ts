import { afterEach, beforeEach, expect, test } from 'vitest'
import { openAcademy } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { setClock } from './clock.ts'
import { startLog } from './log.server.ts'
import { countHit, forgetOldHits, mayHit } from './throttle.server.ts'

const limit = { purpose: 'test.look', perMinute: 3 }
const here = '203.0.113.7'

beforeEach(() => {
  openAcademy()
  startLog('silent')
  setClock(() => new Date('2026-11-22T12:00:20.000Z'))
})
afterEach(() => setClock(() => new Date()))

async function hits(count: number, address = here): Promise<boolean[]> {
  const answers: boolean[] = []
  for (let hit = 0; hit < count; hit += 1) answers.push((await countHit(limit, address)).ok)
  return answers
}

describeOnBothDatabases('a limit on requests', context => {
  test('lets so many through in a minute, and tells the next when the minute is over', async () => {
    expect(await hits(4)).toEqual([true, true, true, false])
    expect(await countHit(limit, here)).toEqual({ ok: false, retryAfterSeconds: 40 })
    setClock(() => new Date('2026-11-22T12:00:59.900Z'))
    expect(await countHit(limit, here)).toEqual({ ok: false, retryAfterSeconds: 1 })
    setClock(() => new Date('2026-11-22T12:01:00.000Z'))
    expect(await countHit(limit, here)).toEqual({ ok: true })
  })

  test('loses no hit of many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => countHit(limit, here)))
    expect(answers.filter(answer => answer.ok)).toHaveLength(3)
    expect(await context.database().prisma.throttle.findMany({ select: { hits: true } })).toEqual([
      { hits: 20 },
    ])
  })

  test('counts every address and every purpose by itself, and an IPv6 network as one', async () => {
    expect(await hits(3)).toEqual([true, true, true])
    expect(await hits(1, '203.0.113.8')).toEqual([true])
    expect(await countHit({ ...limit, purpose: 'test.other' }, here)).toEqual({ ok: true })
    const addresses = ['2001:db8::1', '2001:db8::2', '2001:db8::ffff:3', '2001:db8:0:0:9::']
    const answers: boolean[] = []
    for (const address of addresses) answers.push((await countHit(limit, address)).ok)
    expect(answers).toEqual([true, true, true, false])
  })

  test('can be asked about without a hit', async () => {
    await hits(2)
    for (let look = 0; look < 5; look += 1) expect(await mayHit(limit, here)).toEqual({ ok: true })
    await hits(1)
    expect(await mayHit(limit, here)).toEqual({ ok: false, retryAfterSeconds: 40 })
  })

  test('keeps no address, and no count for longer than its minute', async () => {
    await hits(1)
    const rows = await context.database().prisma.throttle.findMany()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('203.0')
    expect(await forgetOldHits()).toBe(0)
    setClock(() => new Date('2026-11-22T12:01:00.000Z'))
    expect(await forgetOldHits()).toBe(1)
  })

  test('keeps nobody from an answer when nothing can be counted', async () => {
    await context.database().prisma.$executeRawUnsafe('DROP TABLE "Throttle"')
    expect(await hits(5)).toEqual([true, true, true, true, true])
    expect(await mayHit(limit, here)).toEqual({ ok: true })
  })
})
