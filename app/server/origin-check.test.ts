import { describe, expect, test } from 'vitest'
import { isOwnOrigin } from './origin-check.ts'

describe('with a public address', () => {
  const site = 'https://academy.example.org'
  const own = (origin: string | undefined, host = 'academy.example.org') => isOwnOrigin(origin, host, site)

  test('its origin is ours, whatever host name the request carries', () => {
    expect(own(site)).toBe(true)
    expect(own(site, 'internal:8080')).toBe(true)
    expect(isOwnOrigin(site, undefined, site)).toBe(true)
  })

  test('a path in the public address is no part of the origin', () => {
    expect(isOwnOrigin(site, undefined, `${site}/learn`)).toBe(true)
  })

  test.each([
    undefined,
    '',
    'null',
    'http://academy.example.org',
    'https://academy.example.org:8443',
    'https://academy.example.org/',
    'https://academy.example.org.evil.example',
    'https://evil.example',
    'https://sub.academy.example.org',
    'https://academy.example.org@evil.example',
    'HTTPS://ACADEMY.EXAMPLE.ORG',
    'http://localhost:3000',
    'https://academy.example.org, https://evil.example',
  ])('%j is not ours', origin => {
    expect(own(origin)).toBe(false)
  })

  test('a foreign origin that matches a spoofed host is not ours', () => {
    expect(own('https://evil.example', 'evil.example')).toBe(false)
  })
})

describe('without a public address', () => {
  test.each(['localhost:3000', 'localhost', '127.0.0.1:4310', '[::1]:3000'])('a page of %s is ours', host => {
    expect(isOwnOrigin(`http://${host}`, host, null)).toBe(true)
  })

  test.each([
    ['http://localhost:3000', 'localhost:4000'],
    ['http://localhost:3000', undefined],
    ['http://localhost:3000', '127.0.0.1:3000'],
    ['https://localhost:3000', 'localhost:3000'],
    ['null', 'localhost:3000'],
    [undefined, 'localhost:3000'],
    // A name that points at this machine and belongs to somebody else.
    ['http://evil.example:3000', 'evil.example:3000'],
    ['http://localhost.evil.example', 'localhost.evil.example'],
    ['http://localhost:3000.evil.example', 'localhost:3000.evil.example'],
    ['http://192.168.1.5:3000', '192.168.1.5:3000'],
    ['http://localhost:999999', 'localhost:999999'],
  ])('a page of %j is not ours for the host %j', (origin, host) => {
    expect(isOwnOrigin(origin, host, null)).toBe(false)
  })
})
