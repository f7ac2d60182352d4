import { expect, test } from 'vitest'
import bg from './bg.json'
import en from './en.json'
import { createTranslator, type MessageKey, type Messages } from './translator.ts'

const bulgarian = createTranslator('bg', bg)
const english = createTranslator('en', en as Messages)

test('a message is found by its path', () => {
  expect(bulgarian('error.page.title')).toBe('Няма такава страница')
  expect(english('error.page.title')).toBe('There is no such page')
})

test.each([
  [0, '0 урока', '0 lessons'],
  [1, '1 урок', '1 lesson'],
  [2, '2 урока', '2 lessons'],
  [5, '5 урока', '5 lessons'],
  [11, '11 урока', '11 lessons'],
  [21, '21 урока', '21 lessons'],
  [1.5, '1.5 урока', '1.5 lessons'],
])('%d lessons are "%s" and "%s"', (count, inBulgarian, inEnglish) => {
  expect(bulgarian('course.lessons', { count })).toBe(inBulgarian)
  expect(english('course.lessons', { count })).toBe(inEnglish)
})

test('a message without plural forms takes a count as any other value', () => {
  expect(english('record.ects', { count: 1 })).toBe('1 ECTS credits')
})

test('values stand where the message names them, as they are', () => {
  const name = '<b>Амина</b> & $& {{id}}'
  expect(english('site.settingsOf', { name })).toBe(`Settings of ${name}`)
  expect(english('progress.of', { value: 0, max: 5 })).toBe('0 of 5')
})

test('a value that was not given leaves its place empty', () => {
  expect(english('progress.of', { max: 5 })).toBe(' of 5')
})

test.each([
  'error.page.missing',
  'error.page',
  'error',
  '',
  'error.page.title.length',
  'constructor',
  'constructor.name',
  'toString',
  '__proto__',
])('the unknown key %j throws and is named', key => {
  expect(() => bulgarian(key as MessageKey)).toThrow(`No message ${key} in bg.`)
})

test('a key that only has plural forms needs a count', () => {
  expect(() => english('course.lessons')).toThrow('No message course.lessons in en.')
})
