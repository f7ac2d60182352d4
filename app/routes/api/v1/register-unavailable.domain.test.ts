import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { startLog } from '#app/platform/log.server.ts'
import { openAcademy } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { loader as certificate } from './certificate.ts'
import { problem } from './schemas.ts'
import { action as verify } from './verify.ts'
import { action as verifyBatch } from './verify-batch.ts'

beforeAll(() => {
  openAcademy()
  startLog('silent')
})

const id = 'J58E5J8JPRY7K5S2'

/** Of a request, what the routes of the API look at. */
function asked(path: string, init: RequestInit = {}): LoaderFunctionArgs & ActionFunctionArgs {
  const context = { clientAddress: '203.0.113.7', publicUrl: 'https://academy.example.org' }
  return {
    request: new Request(`https://academy.example.org${path}`, init),
    params: { id },
    context,
  } as never
}

const post = (type: string, body: string) => ({ method: 'POST', body, headers: { 'content-type': type } })
const credential = JSON.stringify({ id: `https://academy.example.org/v/${id}`, issuer: 'did:web:x.example' })

describeOnBothDatabases('a register that cannot be read', context => {
  test('is told by every way to ask, as no answer about a certificate, with when to ask again', async () => {
    const { prisma } = context.database()
    await prisma.$executeRawUnsafe('DROP TABLE "CertificateShare"')
    await prisma.$executeRawUnsafe('DROP TABLE "Certificate"')
    const answers = [
      await certificate(asked(`/api/v1/certificates/${id}`)),
      await verify(asked('/api/v1/verify', post('application/pdf', '%PDF-1.7\n%%EOF\n'))),
      await verify(asked('/api/v1/verify', post('application/json', credential))),
      await verifyBatch(asked('/api/v1/verify/batch', post('text/csv', id))),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(503)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(answer.headers.get('retry-after')).toBe('30')
      const body = problem.parse(await answer.json())
      expect(body).toMatchObject({ code: 'register-unavailable', status: 503 })
      expect(JSON.stringify(body)).not.toMatch(/false|invalid|unknown|not issued/i)
    }
  })
})
