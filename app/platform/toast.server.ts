import type { AppLoadContext } from '@remix-run/node'
import { readCookie, writeCookie } from './cookies.ts'

/** What the next page may say in passing. Never the only copy of a message. */
export const toasts = [
  'enrolled',
  'signedIn',
  'signedOut',
  'saved',
  'certificateIssued',
  'readingConfirmed',
  'nameCorrected',
  'certificateRenewed',
  'certificateWithdrawn',
  'linkMade',
  'linkEnded',
] as const
export type ToastName = (typeof toasts)[number]

export function toastCookie(name: ToastName): string {
  return writeCookie('toast', name, 60)
}

/** The toast that the last response left, once: the cookie is cleared with this response. */
export function takeToast(cookieHeader: string | null, context: AppLoadContext): ToastName | null {
  const value = readCookie(cookieHeader, 'toast')
  if (value === null) return null
  context.setCookie(writeCookie('toast', '', 0))
  return toasts.find(name => name === value) ?? null
}
