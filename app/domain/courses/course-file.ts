import { z } from 'zod'
import { languages } from '#app/platform/language.ts'
import { tracks } from './course.ts'
import { codes, fields, line, localized, oneOf, outcomeId, wholeNumber } from './field-schemas.ts'

const outcome = fields(
  {
    id: outcomeId,
    text: localized,
    digcomp: codes,
    ecf: codes,
    ecsf: codes,
    hpccf: codes,
    esco: codes,
  },
  '{ id: LO1, text: { bg: "…", en: "…" } }',
)

/** The fields of course.yml. What may be left out becomes null, or an empty list. */
export const courseFile = z.strictObject({
  title: localized,
  summary: localized,
  audience: localized,
  track: oneOf(tracks),
  level: wholeNumber(1, 8),
  eqf: wholeNumber(1, 8).nullable().default(null),
  edition: wholeNumber(1, 9999),
  editionName: localized.nullable().default(null),
  languages: z
    .array(oneOf(languages), { error: 'write a list: [bg, en]' })
    .min(1, 'name at least one language')
    .refine(list => new Set(list).size === list.length, 'name each language once'),
  workload: fields(
    {
      academicHours: z
        .number({ error: 'write a number of hours' })
        .positive('write a number above 0')
        .max(1000),
      ects: z
        .number({ error: 'write a number' })
        .positive('write a number above 0')
        .max(60)
        .nullable()
        .default(null),
    },
    '{ academicHours: 2 }',
  ),
  prerequisites: localized.nullable().default(null),
  outcomes: z
    .array(outcome, { error: 'write a list of outcomes' })
    .min(1, 'name at least one outcome')
    .superRefine((outcomes, context) => {
      for (const [index, { id }] of outcomes.entries()) {
        if (outcomes.findIndex(other => other.id === id) === index) continue
        context.addIssue({
          code: 'custom',
          path: [index, 'id'],
          message: `"${id}" is taken: give every outcome its own id`,
        })
      }
    }),
  assessment: fields(
    {
      type: oneOf(['quiz', 'exam']),
      passPercent: wholeNumber(1, 100),
      attempts: wholeNumber(1, 100).nullable().default(null),
      cooldownHours: wholeNumber(0, 8760).nullable().default(null),
      supervision: oneOf(['none', 'identity-checked', 'supervised']),
    },
    '{ type: quiz, passPercent: 100, supervision: none }',
  ),
  participation: oneOf(['online', 'on-site', 'blended']),
  certificate: fields(
    { validMonths: wholeNumber(1, 600).nullable().default(null) },
    '{} or { validMonths: 24 }',
  ),
  exam: fields(
    {
      questions: wholeNumber(1, 500),
      minutes: wholeNumber(1, 600),
      review: oneOf(['result', 'answers']).default('answers'),
    },
    '{ questions: 20, minutes: 40, review: answers }',
  )
    .nullable()
    .default(null),
  authors: z
    .array(localized, { error: 'write a list: [{ bg: "…", en: "…" }]' })
    .min(1, 'name at least one author'),
  licence: line,
  status: oneOf(['published', 'draft', 'retired', 'demo']),
  published: z.iso.date({ error: 'write a day of the calendar as 2026-11-22' }).nullable().default(null),
})

export type CourseFile = z.infer<typeof courseFile>
