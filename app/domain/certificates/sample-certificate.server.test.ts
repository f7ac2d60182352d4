import { beforeAll, expect, it } from 'vitest'
import { openAcademy, sampleCourse } from '#tests/factories.ts'
import { drawSample } from './sample-certificate.server.ts'

beforeAll(() => openAcademy())

it('there is a sample of the certificate of a course, and none of a demonstration', async () => {
  const url = 'https://academy.example.org'
  const sample = await drawSample(sampleCourse, url)
  expect(sample?.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(await drawSample({ ...sampleCourse, status: 'demo' }, url)).toBeNull()
})
