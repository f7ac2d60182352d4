import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawSample } from '#app/domain/certificates/sample-certificate.server.ts'
import { notFound, readCourse, readLanguage, readViewer } from '../read-params.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  readLanguage(params)
  const course = readCourse(params, await readViewer(request, context))
  const pdf = await drawSample(course, context.publicUrl)
  if (pdf === null) throw notFound('page')
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.byteLength),
      'Content-Disposition': 'inline; filename="certificate-sample.pdf"',
      'Cache-Control': 'public, max-age=3600',
    },
  })
}
