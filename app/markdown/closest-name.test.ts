import { describe, expect, it } from 'vitest'
import { closestName, suggestName } from './closest-name.ts'

describe('closestName', () => {
  it('finds the name with the fewest differences', () => {
    expect(closestName('shufle', ['points', 'shuffle', 'lo'])).toBe('shuffle')
    expect(closestName('Objectives', ['keypoints', 'objectives'])).toBe('objectives')
  })

  it('does not guess when nothing is near', () => {
    expect(closestName('colour', ['points', 'shuffle', 'lo'])).toBeNull()
  })

  it('is quick with endless names', () => {
    expect(closestName('x'.repeat(1_000_000), ['points'])).toBeNull()
  })
})

describe('suggestName', () => {
  it('lists what is known when nothing is near', () => {
    expect(suggestName('colour', ['points', 'lo'])).toBe('known here: points, lo')
    expect(suggestName('colour', [])).toBe('remove it')
  })
})
