import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { checkContent } from './check-content.server.ts'
import { formatDiagnostic } from './diagnostic.ts'

it('the courses that ship with the product have no errors', () => {
  const errors = checkContent(resolve(import.meta.dirname, '../../../content')).filter(
    ({ severity }) => severity === 'error',
  )
  expect(errors.map(formatDiagnostic)).toEqual([])
})
