import { expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import { normalSample } from '#app/domain/certificates/certificate-samples.ts'
import type { CertificateSnapshot } from '#app/domain/certificates/snapshot.ts'
import type { CheckedRow } from '#app/domain/certificates/verify/judge-list.ts'
import type { FileVerdict, RecordVerdict, Verdict } from '#app/domain/certificates/verify/verdict.ts'
import { openApiDocument } from './openapi-document.ts'
import { type fileVerdict, type listVerdict, type recordVerdict, snapshot, type verdict } from './schemas.ts'

test('the schemas say of every answer what the domain says of it', () => {
  expectTypeOf<CertificateSnapshot>().toExtend<z.infer<typeof snapshot>>()
  expectTypeOf<z.infer<typeof snapshot>>().toExtend<CertificateSnapshot>()
  expectTypeOf<Verdict>().toExtend<z.infer<typeof verdict>>()
  expectTypeOf<z.infer<typeof verdict>>().toExtend<Verdict>()
  expectTypeOf<RecordVerdict>().toExtend<z.infer<typeof recordVerdict>>()
  expectTypeOf<FileVerdict>().toExtend<z.infer<typeof fileVerdict>>()
  expectTypeOf<z.infer<typeof fileVerdict>>().toExtend<FileVerdict>()
  expectTypeOf<CheckedRow>().toExtend<z.infer<typeof listVerdict>['rows'][number]>()
  expect(snapshot.parse(normalSample)).toEqual(normalSample)
})

test('the document names every schema that it refers to, and each of its own', () => {
  const text = JSON.stringify(openApiDocument('https://academy.example.org', 'Hub'))
  const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name))
  const { components } = openApiDocument('https://academy.example.org', 'Hub')
  expect([...referred].sort()).toEqual(Object.keys(components.schemas).sort())
})
