import type { Course } from '#app/domain/courses/course.ts'
import { countsAsOffer } from '#app/domain/courses/course-card.ts'
import { now } from '#app/platform/clock.ts'
import { hub } from '#app/platform/hub.server.ts'
import { buildSnapshot } from './build-snapshot.ts'
import { drawCertificate } from './certificate-pdf.server.ts'

/** Well formed and never issued: whoever verifies it is told so. */
const sampleId = 'J58E5J8JPRY7K5S2'

const drawn = new Map<string, Promise<Buffer>>()

/**
 * What the certificate of a course will look like, marked as a sample. Drawn once for each edition; null for a
 * demonstration, which has no certificate.
 */
export async function drawSample(course: Course, publicUrl: string): Promise<Buffer | null> {
  if (!countsAsOffer(course)) return null
  const key = `${course.id}/${course.edition}`
  const known = drawn.get(key)
  if (known !== undefined) return known
  const drawing = drawCertificate(
    buildSnapshot({
      id: sampleId,
      demo: true,
      learner: { name: 'Вашето име', nameLatin: 'Your name' },
      course,
      edition: course.edition,
      resultPercent: 100,
      firstAttemptPercent: 80,
      issuer: { ...hub(), domain: new URL(publicUrl).host },
      issuedAt: now(),
      verifyUrl: `${publicUrl}/v/${sampleId}`.toUpperCase(),
    }),
  )
  drawn.set(key, drawing)
  return drawing
}
