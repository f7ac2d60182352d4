import { expect, test, vi } from 'vitest'
import { openAcademy } from '#tests/factories.ts'

/** The name of the cookie and its attributes, as a fresh process with this public address sets them. */
async function cookieAt(publicUrl: string): Promise<string[]> {
  openAcademy({ PUBLIC_URL: publicUrl })
  vi.resetModules()
  const { endSession } = await import('./sessions.server.ts')
  const [cookie = '', ...attributes] = (await endSession(null)).split('; ')
  return [cookie, ...attributes.sort()]
}

test('on https the session cookie is bound to this host and never sent in the clear', async () => {
  expect(await cookieAt('https://academy.example.org')).toEqual([
    '__Host-session=',
    'HttpOnly',
    'Max-Age=0',
    'Path=/',
    'SameSite=Lax',
    'Secure',
  ])
})

test('on plain http, where no browser would take such a cookie, it has a plain name', async () => {
  expect(await cookieAt('http://localhost:3000')).toEqual([
    'session=',
    'HttpOnly',
    'Max-Age=0',
    'Path=/',
    'SameSite=Lax',
  ])
})
