import { issueCertificate } from '#app/domain/certificates/issue-certificate.server.ts'
import type { Course } from '#app/domain/courses/course.ts'
import { completeCourse, createAmina, type Person, sampleCourse } from './factories.ts'

export const publicUrl = 'https://academy.example.org'

/** Completes a course and has its certificate issued. Returns the certificate's number. */
export async function certify(userId: string, course: Course = sampleCourse, name = 'Амина Примерова') {
  await completeCourse(userId, course)
  const nameLatin = 'Amina Primerova'
  const issued = await issueCertificate({ userId, course, name, nameLatin, publicUrl })
  if (!issued.ok) throw new Error(`Not issued: ${issued.reason}`)
  return issued.id
}

/** Амина with a certificate of the sample course. */
export async function createCertified(course: Course = sampleCourse): Promise<{ amina: Person; id: string }> {
  const amina = await createAmina()
  return { amina, id: await certify(amina.id, course) }
}
