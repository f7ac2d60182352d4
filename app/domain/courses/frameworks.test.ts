import { expect, it } from 'vitest'
import type { CodeName, Outcome } from './course.ts'
import { frameworkFieldOf, namesOfCodes } from './frameworks.ts'

it('a framework file is known by the beginning of its name', () => {
  expect(frameworkFieldOf('digcomp-2.2.yml')).toBe('digcomp')
  expect(frameworkFieldOf('e-cf.yml')).toBe('ecf')
  expect(frameworkFieldOf('ecsf.yml')).toBe('ecsf')
  expect(frameworkFieldOf('hpccf.yml')).toBe('hpccf')
  expect(frameworkFieldOf('digcompedu.yml')).toBeNull()
  expect(frameworkFieldOf('readme.md')).toBeNull()
})

it('the codes of a course are named once, those alone that a list has', () => {
  const name = (code: string): CodeName => ({
    framework: 'digcomp',
    code,
    name: { bg: code, en: code },
    source: null,
  })
  const outcome = (digcomp: string[], ecf: string[]): Outcome => ({
    id: 'LO1',
    text: { bg: 'Умее', en: 'Can' },
    digcomp,
    ecf,
    ecsf: [],
    hpccf: [],
    esco: [],
  })
  const outcomes = [outcome(['4.1'], ['D.1']), outcome(['4.1', '4.2'], [])]
  const frameworks = new Map([['digcomp', ['1.1', '4.1', '4.2'].map(name)]] as const)
  expect(namesOfCodes(outcomes, frameworks).map(({ code }) => code)).toEqual(['4.1', '4.2'])
})
