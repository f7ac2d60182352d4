import { expect, it } from 'vitest'
import { frameworkFieldOf } from './frameworks.ts'

it('a framework file is known by the beginning of its name', () => {
  expect(frameworkFieldOf('digcomp-2.2.yml')).toBe('digcomp')
  expect(frameworkFieldOf('e-cf.yml')).toBe('ecf')
  expect(frameworkFieldOf('ecsf.yml')).toBe('ecsf')
  expect(frameworkFieldOf('hpccf.yml')).toBe('hpccf')
  expect(frameworkFieldOf('digcompedu.yml')).toBeNull()
  expect(frameworkFieldOf('readme.md')).toBeNull()
})
