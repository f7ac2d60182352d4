import { describe, expect, it } from 'vitest'
import { canSee, type Viewer } from './visibility.ts'

const roles = [null, 'learner', 'trainer', 'admin'] as const
const viewers: Viewer[] = roles.flatMap(role => [true, false].map(demo => ({ role, demo })))

describe('what may be seen', () => {
  it.each(viewers)('is everything published, and no draft and nothing retired, for %o', viewer => {
    expect(canSee('published', viewer)).toBe(true)
    expect(canSee('draft', viewer)).toBe(false)
    expect(canSee('retired', viewer)).toBe(false)
  })

  it.each([
    [null, false],
    ['learner', false],
    ['trainer', true],
    ['admin', true],
  ] as const)('of demonstrations in a live academy: for the role %s %s', (role, expected) => {
    expect(canSee('demo', { role, demo: false })).toBe(expected)
  })

  it.each(roles)('of demonstrations in a demonstration academy: all of them, for the role %s', role => {
    expect(canSee('demo', { role, demo: true })).toBe(true)
  })
})
