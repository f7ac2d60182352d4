import type { LoaderFunctionArgs } from '@remix-run/node'
import { readStatusList } from '#app/domain/certificates/status/status-list.server.ts'

/** Which certificates of a list no longer count, as a signed credential. Open to every site: see server/api-frame.ts. */
export async function loader({ params }: Pick<LoaderFunctionArgs, 'params'>) {
  const { list = '' } = params
  const text = /^[1-9]\d{0,5}$/.test(list) ? await readStatusList(Number(list)) : null
  if (text === null) {
    return new Response('There is no such list. / Няма такъв списък.\n', {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    })
  }
  return new Response(text, {
    headers: { 'Content-Type': 'application/vc', 'Cache-Control': 'public, max-age=300' },
  })
}
