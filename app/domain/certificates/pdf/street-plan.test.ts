import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { generateIdentifier } from '../identifier.ts'
import { planSize, streetPlan } from './street-plan.ts'

const plans = Array.from({ length: 200 }, () => streetPlan(generateIdentifier(randomBytes)))

function darkIn(rows: ReturnType<typeof streetPlan>): number {
  return rows.flat().filter(square => square === 'linden').length
}

describe('streetPlan', () => {
  it('fills the strip, with one dark square in a row at most', () => {
    for (const plan of plans) {
      expect(plan).toHaveLength(planSize.rows)
      for (const row of plan) {
        expect(row).toHaveLength(planSize.columns)
        expect(darkIn([row])).toBeLessThanOrEqual(1)
      }
    }
  })

  it('is the same for one certificate and different for others', () => {
    expect(streetPlan('J58E5J8JPRY7K5S2')).toEqual(streetPlan('J58E5J8JPRY7K5S2'))
    expect(new Set(plans.map(plan => JSON.stringify(plan))).size).toBeGreaterThan(195)
  })

  it('grows quieter towards the foot of the page', () => {
    const upper = plans.reduce((sum, plan) => sum + darkIn(plan.slice(0, 10)), 0)
    const lower = plans.reduce((sum, plan) => sum + darkIn(plan.slice(-10)), 0)
    expect(lower).toBeLessThan(upper * 0.75)
    expect(lower).toBeGreaterThan(0)
  })
})
