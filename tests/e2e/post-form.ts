import type { APIRequestContext, APIResponse } from '@playwright/test'
import { site } from './site.ts'

export type Fields = Record<string, string | string[]> | [string, string][]

/** The body of an ordinary HTML form. */
export function formBody(fields: Fields): string {
  const pairs = Array.isArray(fields)
    ? fields
    : Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map(one => [name, one] as [string, string]),
      )
  return new URLSearchParams(pairs).toString()
}

/** Posts a form as a browser without scripts does from a page of the site. Redirects are not followed. */
export function postForm(request: APIRequestContext, path: string, fields: Fields): Promise<APIResponse> {
  return request.post(path, {
    headers: { origin: site, 'content-type': 'application/x-www-form-urlencoded' },
    data: formBody(fields),
    maxRedirects: 0,
  })
}
