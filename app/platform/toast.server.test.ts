import { expect, test } from 'vitest'
import { takeToast, toastCookie, toasts } from './toast.server.ts'

function contextWithCookies() {
  const cookies: string[] = []
  return {
    cookies,
    context: {
      nonce: '',
      requestId: '',
      isDataRequest: false,
      publicUrl: 'http://localhost:3000',
      clientAddress: '127.0.0.1',
      staticHtml: {},
      setCookie: (header: string) => void cookies.push(header),
    },
  }
}

test.each(toasts)('the toast "%s" is shown once and cleared with the same response', name => {
  const { context, cookies } = contextWithCookies()
  expect(takeToast(toastCookie(name), context)).toBe(name)
  expect(cookies).toEqual([expect.stringMatching(/^toast=; .*Max-Age=0;/)])
})

test('without a toast no cookie is set', () => {
  const { context, cookies } = contextWithCookies()
  expect(takeToast('theme=dark', context)).toBeNull()
  expect(cookies).toEqual([])
})

test('a text that somebody planted in the cookie is not shown, and cleared', () => {
  const { context, cookies } = contextWithCookies()
  expect(takeToast('toast=Call+this+number', context)).toBeNull()
  expect(cookies).toHaveLength(1)
})
