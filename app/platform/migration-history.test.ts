import { expect, test } from 'vitest'
import { compareHistory, type Migration } from './migration-history.ts'

const migrations: Migration[] = ['0001_init', '0002_cohorts', '0003_notes'].map(name => ({
  name,
  sql: '',
  checksum: `sum of ${name}`,
}))
const nothing = { applied: [], pending: [], edited: [], failed: [], ahead: [] }

function recordOf(name: string, finished = true) {
  return { name, checksum: `sum of ${name}`, finished }
}

test('an empty database has everything before it', () => {
  expect(compareHistory(migrations, [])).toEqual({
    ...nothing,
    pending: ['0001_init', '0002_cohorts', '0003_notes'],
  })
})

test('a migration that was left out in the middle is pending', () => {
  const history = compareHistory(migrations, [recordOf('0003_notes'), recordOf('0001_init')])
  expect(history).toEqual({ ...nothing, applied: ['0001_init', '0003_notes'], pending: ['0002_cohorts'] })
})

test('a file that changed after it was applied is found', () => {
  const history = compareHistory(migrations.slice(0, 1), [{ ...recordOf('0001_init'), checksum: 'another' }])
  expect(history).toEqual({ ...nothing, applied: ['0001_init'], edited: ['0001_init'] })
})

test('a migration that never ended is neither applied nor pending', () => {
  const history = compareHistory(migrations.slice(0, 1), [recordOf('0001_init', false)])
  expect(history).toEqual({ ...nothing, failed: ['0001_init'] })
})

test('what a newer version applied is ahead', () => {
  const history = compareHistory(migrations.slice(0, 1), [recordOf('0001_init'), recordOf('0002_cohorts')])
  expect(history).toEqual({ ...nothing, applied: ['0001_init'], ahead: ['0002_cohorts'] })
})
