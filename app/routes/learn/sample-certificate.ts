import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawSample } from '#app/domain/certificates/sample-certificate.server.ts'
import { readCourse, readLanguage } from '../read-params.server.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  readLanguage(params)
  const pdf = await drawSample(readCourse(params), context.publicUrl)
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.byteLength),
      'Content-Disposition': 'inline; filename="certificate-sample.pdf"',
      'Cache-Control': 'public, max-age=3600',
    },
  })
}
