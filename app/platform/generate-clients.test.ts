import { expect, test } from 'vitest'
import { generateClients } from './generate-clients.mjs'

test('clients that are up to date are not generated again', () => {
  generateClients()
  expect(generateClients()).toEqual([])
}, 30_000)
