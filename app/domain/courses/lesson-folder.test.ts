import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isCourseId, isReservedLessonId, readLessonFolder } from './lesson-folder.ts'

describe('the folder of a lesson', () => {
  it('begins with the number that orders it', () => {
    expect(readLessonFolder('010-second-factor')).toEqual({
      folder: '010-second-factor',
      number: 10,
      id: 'second-factor',
    })
  })

  it.each([
    'passwords',
    '010',
    '010-',
    '010_passwords',
    '010-Passwords',
    '010-пароли',
    '010-a--b',
    '010-a-',
    'x010-a',
    '0000000-a',
  ])('is not "%s"', name => {
    expect(readLessonFolder(name)).toBeNull()
  })
})

describe('the folder of a course', () => {
  it('is named by its id', () => {
    expect(isCourseId('hpc-basics')).toBe(true)
    expect(isCourseId('HPC')).toBe(false)
    expect(isCourseId('constructor.prototype')).toBe(false)
  })
})

it('no lesson may be named like a page that stands beside the lessons', () => {
  const routes = readFileSync(join(import.meta.dirname, '../../routes.ts'), 'utf8')
  const beside = Array.from(routes.matchAll(/'courses\/:course\/([a-z0-9-]+)[/']/g), match => match[1] ?? '')
  expect(beside).toContain('certificate')
  expect(beside.filter(name => !isReservedLessonId(name))).toEqual([])
  expect(isReservedLessonId('passwords')).toBe(false)
})
