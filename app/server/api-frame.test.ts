import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiFrame, isOpenToEverybody } from './api-frame.ts'
import { bodyLimit } from './body-limit.ts'
import { originCheck } from './origin-check.ts'

const app = express()
app.use(apiFrame(), bodyLimit(), originCheck('https://academy.example.org'))
app.all('*', (request, response) => {
  response.json({ cookie: request.get('cookie') ?? null })
})
const server = createServer(app)
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

beforeAll(() => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise(resolve => server.close(resolve)))

const cookie = '__Host-session=secret'

test.each([
  ['GET', '/api/v1/certificates/J58E5J8JPRY7K5S2'],
  ['GET', '/api/v1/openapi.json'],
  ['POST', '/api/v1/verify'],
  ['POST', '/api/v1/verify/batch'],
])('%s %s comes from anywhere, and with nobody’s cookie', async (method, path) => {
  const headers = { cookie, origin: 'https://employer.example' }
  const response = await fetch(address() + path, { method, headers })
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ cookie: null })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-credentials')).toBeNull()
})

test('pages keep their cookies and are open to no other site', async () => {
  const response = await fetch(`${address()}/bg/verify`, { headers: { cookie } })
  expect(await response.json()).toEqual({ cookie })
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
})

test.each([
  ['POST', '/bg/verify'],
  ['POST', '/api/v1/verify/'],
  ['POST', '/api/v1/verify.data'],
  ['POST', '/api/v1/verify/batch/more'],
  ['POST', '/API/v1/verify'],
  ['POST', '//api/v1/verify'],
  ['POST', '/api/v1/other'],
  ['POST', '/api/v1/certificates/J58E5J8JPRY7K5S2'],
  ['PUT', '/api/v1/verify'],
  ['DELETE', '/api/v1/certificates/J58E5J8JPRY7K5S2'],
])('%s %s is not open to everybody', (method, path) => {
  expect(isOpenToEverybody(method, path)).toBe(false)
})

test('a method that an address does not know is refused with those that it knows', async () => {
  const response = await fetch(`${address()}/api/v1/verify`, { method: 'PUT', body: 'x' })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('POST, OPTIONS')
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(await response.json()).toMatchObject({ status: 405, code: 'method' })
})

test.each([
  ['/bg/verify', 2 * 1024 * 1024, 200],
  ['/en/verify.data', 2 * 1024 * 1024, 200],
  ['/bg/verify', 3 * 1024 * 1024, 413],
  ['/bg/verify/list.csv', 400 * 1024, 200],
  ['/bg/verify/list.csv', 600 * 1024, 413],
  ['/bg/verify/J58E5J8JPRY7K5S2', 100 * 1024, 413],
  ['/bg/login', 100 * 1024, 413],
  ['/api/v1/verify', 2 * 1024 * 1024, 200],
  ['/api/v1/verify', 2 * 1024 * 1024 + 1, 413],
  ['/api/v1/verify/batch', 600 * 1024, 413],
])('a body sent to %s may have %i bytes: %i', async (path, length, status) => {
  const headers = { origin: 'https://academy.example.org' }
  const response = await fetch(address() + path, { method: 'POST', headers, body: 'x'.repeat(length) })
  expect(response.status).toBe(status)
  await response.text()
})
