import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filedOrder } from './filed-order.ts'

describe('the order in which things are filed', () => {
  it('is a permutation, the same every time, and never the authored one', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(30), (name, count) => {
        const order = filedOrder(name, count)
        const authored = Array.from({ length: count }, (_, index) => index)
        expect(order.toSorted((a, b) => a - b)).toEqual(authored)
        expect(filedOrder(name, count)).toEqual(order)
        if (count > 1) expect(order).not.toEqual(authored)
      }),
    )
  })

  it('leaves alone what cannot be put in another order', () => {
    expect(filedOrder('q', 0)).toEqual([])
    expect(filedOrder('q', 1)).toEqual([0])
    expect(filedOrder('q', 2)).toEqual([1, 0])
  })

  it('differs between questions', () => {
    const orders = Array.from({ length: 50 }, (_, index) => filedOrder(`q-${index}`, 5).join())
    expect(new Set(orders).size).toBeGreaterThan(20)
  })
})
