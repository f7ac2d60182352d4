import { expect, test } from 'vitest'
import { fileResponse } from './file-response.ts'

const answer = {
  bytes: new TextEncoder().encode('текст'),
  contentType: 'text/plain',
  etag: '"abc"',
  shared: true,
}

function asked(ifNoneMatch?: string, shared = true): Response {
  const headers = new Headers(ifNoneMatch === undefined ? [] : [['If-None-Match', ifNoneMatch]])
  return fileResponse(new Request('http://localhost/', { headers }), { ...answer, shared })
}

test('a file for everybody may be kept for an hour and asked for by its tag', async () => {
  const response = asked()
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('public, max-age=3600')
  expect(response.headers.get('etag')).toBe('"abc"')
  expect(response.headers.get('content-length')).toBe('10')
  expect(await response.text()).toBe('текст')
})

test.each(['"abc"', 'W/"abc"', '"x", "abc"', '*'])('who has it still (%s) gets no bytes', async tag => {
  const response = asked(tag)
  expect(response.status).toBe(304)
  expect(await response.text()).toBe('')
  expect(response.headers.get('etag')).toBe('"abc"')
})

test('who has another one gets this', () => {
  expect(asked('"abd"').status).toBe(200)
})

test('a file for one person is stored nowhere and never answered from a tag', () => {
  const response = asked('"abc"', false)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  expect(response.headers.get('etag')).toBeNull()
})
