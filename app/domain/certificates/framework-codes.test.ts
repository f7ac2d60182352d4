import { describe, expect, it } from 'vitest'
import { codesByFramework } from './framework-codes.ts'

describe('codesByFramework', () => {
  it('names each framework once', () => {
    expect(codesByFramework(['DigComp 2.2: 4.1', 'e-CF: D.1', 'DigComp 2.2: 4.2'])).toBe(
      'DigComp 2.2: 4.1, 4.2 · e-CF: D.1',
    )
  })

  it('keeps a code without a framework, and gives nothing for nothing', () => {
    expect(codesByFramework(['4.1'])).toBe('4.1')
    expect(codesByFramework([])).toBeNull()
  })
})
