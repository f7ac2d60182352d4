import type { Problem } from './schemas.ts'

/** Nothing of the API is kept by anybody: a certificate may be revoked in the next second. */
const headers = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }

export function answerJson(value: unknown): Response {
  return Response.json(value, { headers })
}

export function answerCsv(csv: string): Response {
  return new Response(csv, { headers: { ...headers, 'Content-Type': 'text/csv; charset=utf-8' } })
}

/** What a route may find. A wrong method never comes as far as here: see server/api-frame.ts. */
type Code = Exclude<Problem['code'], 'method'>

const problems: Record<Code, { status: number; title: string; detail: string }> = {
  mistyped: {
    status: 400,
    title: 'The number is mistyped',
    detail: 'A number has 15 symbols and a check symbol that fits them. See "fault" for what is wrong.',
  },
  unreadable: {
    status: 400,
    title: 'The list cannot be read',
    detail: 'Send a table of id[,name][,sha256]; a quote that is opened must be closed.',
  },
  empty: { status: 400, title: 'There is nothing to check', detail: 'The body is empty.' },
  'too-many-rows': {
    status: 400,
    title: 'The list is too long',
    detail: 'A list has 500 rows at most. Send it in parts.',
  },
  unknown: {
    status: 404,
    title: 'There is no such certificate',
    detail: 'The number is well formed, and no certificate was issued with it.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    detail: 'See /api/v1/openapi.json for what there is.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Not in this form',
    detail: 'The header Accept asks for none of the media types that there are.',
  },
  'too-large': { status: 413, title: 'The file is too large', detail: 'A file has 2 MB at most.' },
  'media-type': {
    status: 415,
    title: 'Not of this kind',
    detail: 'See /api/v1/openapi.json for the kinds of content that can be sent.',
  },
  throttled: {
    status: 429,
    title: 'Too many checks',
    detail: 'This says nothing about any certificate. See Retry-After, or send a list.',
  },
  'register-unavailable': {
    status: 503,
    title: 'The register cannot be read at the moment',
    detail: 'This says nothing about any certificate. Try again a little later.',
  },
}

/** Seconds after which a register that was away is worth another try. */
const REGISTER_RETRY = '30'

/** An error as RFC 9457 writes it. `more` are the members that say it exactly. */
export function answerProblem(
  code: Code,
  more: Partial<Omit<Problem, 'type' | 'title' | 'status' | 'code'>> = {},
): Response {
  const { status, title, detail } = problems[code]
  const body: Problem = { type: 'about:blank', title, status, detail, code, ...more }
  const wait = more.retryAfterSeconds ?? (code === 'register-unavailable' ? REGISTER_RETRY : null)
  return Response.json(body, {
    status,
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json',
      ...(wait === null ? {} : { 'Retry-After': String(wait) }),
    },
  })
}

/** The body of a request; null when it broke off. */
export async function readBody(request: Request): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await request.arrayBuffer())
  } catch {
    return null
  }
}
