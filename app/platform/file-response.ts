type FileAnswer = {
  bytes: Uint8Array
  contentType: string
  /** A quoted tag that changes with the bytes. */
  etag: string
  /** Whether everybody who asks gets these bytes. Others are stored nowhere. */
  shared: boolean
  headers?: Record<string, string>
}

/** A file that was made for this request or an earlier one; 304 without it when the browser has it still. */
export function fileResponse(request: Request, answer: FileAnswer): Response {
  const { bytes, contentType, etag, shared } = answer
  const headers = new Headers({
    ...answer.headers,
    'Cache-Control': shared ? 'public, max-age=3600' : 'private, no-store',
  })
  if (shared) headers.set('ETag', etag)
  if (shared && holdsTag(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers })
  }
  headers.set('Content-Type', contentType)
  headers.set('Content-Length', String(bytes.byteLength))
  return new Response(new Uint8Array(bytes), { headers })
}

/** Compared weakly (RFC 9110, 8.8.3.2): a compressing proxy may have marked the tag as weak. */
function holdsTag(header: string | null, etag: string): boolean {
  const held = (header ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''))
  return held.includes('*') || held.includes(etag)
}
