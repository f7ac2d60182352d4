import { PassThrough } from 'node:stream'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceProvider } from '#app/components/nonce.tsx'
import { StaticHtmlProvider } from '#app/components/static-html.tsx'
import { I18nProvider } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { languageOfPath } from '#app/platform/language.ts'
import { log } from '#app/platform/log.server.ts'

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
    const { pipe, abort } = renderToPipeableStream(
      <I18nProvider value={{ language, t: translatorFor(language) }}>
        <NonceProvider value={context.nonce}>
          <StaticHtmlProvider value={context.staticHtml}>
            <RemixServer context={remix} url={request.url} nonce={context.nonce} abortDelay={streamTimeout} />
          </StaticHtmlProvider>
        </NonceProvider>
      </I18nProvider>,
      {
        nonce: context.nonce,
        [isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady']() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(
            new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }),
          )
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          failed = true
          log().error({ err: error, requestId: context.requestId }, 'page could not be rendered')
        },
      },
    )
    setTimeout(abort, streamTimeout + 1_000).unref()
  })
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
