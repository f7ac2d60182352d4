import { Writable } from 'node:stream'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceProvider } from '#app/components/nonce.tsx'
import { StaticHtmlProvider } from '#app/components/static-html.tsx'
import { I18nProvider } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { languageOfPath } from '#app/platform/language.ts'
import { log } from '#app/platform/log.server.ts'

/** Milliseconds after which Remix gives up on data that a loader promised and never brought. */
export const streamTimeout = 5_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const language = languageOfPath(new URL(request.url).pathname) ?? 'bg'
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe } = renderToPipeableStream(
      <I18nProvider value={{ language, t: translatorFor(language) }}>
        <NonceProvider value={context.nonce}>
          <StaticHtmlProvider value={context.staticHtml}>
            <RemixServer context={remix} url={request.url} nonce={context.nonce} abortDelay={streamTimeout} />
          </StaticHtmlProvider>
        </NonceProvider>
      </I18nProvider>,
      {
        nonce: context.nonce,
        // Every loader has answered by now, so there is nothing to wait for, and one piece costs less than a stream.
        onAllReady() {
          headers.set('Content-Type', 'text/html; charset=utf-8')
          collect(pipe).then(
            body => resolve(new Response(body, { headers, status: failed ? 500 : status })),
            reject,
          )
        },
        onShellError: reject,
        onError(error: unknown) {
          failed = true
          log().error({ err: error, requestId: context.requestId }, 'page could not be rendered')
        },
      },
    )
  })
}

function collect(pipe: (destination: Writable) => void): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    const destination = new Writable({
      write(chunk: Uint8Array, _encoding, done) {
        chunks.push(withoutPadding(chunk))
        done()
      },
    })
    destination.on('finish', () => resolve(Buffer.concat(chunks)))
    destination.on('error', reject)
    pipe(destination)
  })
}

/**
 * React 18 fills pieces of 2,048 bytes, and where a letter of several bytes does not fit into the rest of one, it
 * sends the zero bytes that are left as well. Browsers would show each as a replacement character.
 */
function withoutPadding(chunk: Uint8Array): Uint8Array {
  let end = chunk.length
  while (end > 0 && chunk[end - 1] === 0) end -= 1
  return chunk.subarray(0, end)
}

export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return
  log().error(
    { err: error, requestId: context.requestId, path: new URL(request.url).pathname },
    'request failed',
  )
}
