import { z } from 'zod'
import { revocationReasons } from '#app/domain/certificates/revocation-reason.ts'

/**
 * What the API answers, as schemas: the OpenAPI document is made from them, and a test holds every answer of the
 * running server, and the types of the domain, against them.
 */

/** Schemas that have a name in the document. */
export const named = z.registry<{ id: string }>()

function name<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  named.add(schema, { id })
  return schema
}

const instant = () => z.string().meta({ format: 'date-time' })
const number = () =>
  z
    .string()
    .describe('16 symbols without dashes')
    .meta({ examples: ['J58E5J8JPRY7K5S2'] })

const localized = name(
  'Localized',
  z.object({ bg: z.string(), en: z.string() }).describe('One text in every language.'),
)

export const snapshot = name(
  'Certificate',
  z
    .object({
      version: z.literal(1),
      id: number(),
      demo: z.boolean().describe('True: made by a trial academy, and without value.'),
      learner: z.object({ name: z.string(), nameLatin: z.string() }),
      course: z.object({
        id: z.string(),
        title: localized,
        edition: z.number().int(),
        editionName: localized.nullable(),
      }),
      issuer: z.object({
        name: localized,
        legalName: localized,
        legalId: localized,
        place: localized,
        country: localized,
        domain: z.string(),
      }),
      issuedAt: instant(),
      validUntil: instant().nullable(),
      outcomes: z.array(z.object({ text: localized, codes: z.array(z.string()) })),
      alignments: z
        .array(z.object({ framework: z.string(), code: z.string(), name: localized, url: z.string() }))
        .optional()
        .describe('What the codes of the outcomes are called. Left out by the earliest certificates.'),
      workload: z.object({
        academicHours: z.number().describe('Academic hours of 45 minutes.'),
        ects: z.number().nullable(),
      }),
      level: z.object({ digcomp: z.number(), eqf: z.number().nullable() }),
      assessment: z.object({
        type: z.enum(['quiz', 'exam']),
        passPercent: z.number(),
        resultPercent: z.number(),
        firstAttemptPercent: z.number(),
        supervision: z
          .enum(['none', 'identity-checked', 'supervised'])
          .describe('Whether anybody checked who sat at the keyboard.'),
      }),
      participation: z.enum(['online', 'on-site', 'blended']),
      qualityAssurance: localized,
      verifyUrl: z.string(),
    })
    .describe('Everything that a certificate states, frozen at issue.'),
)

const checkedAt = instant()
const withRecord = { checkedAt, snapshot }

const good = z.object({ state: z.enum(['valid', 'expired']), ...withRecord })
const revoked = z.object({
  state: z.literal('revoked'),
  ...withRecord,
  revokedAt: instant(),
  reason: z.enum(revocationReasons),
})
const superseded = z
  .object({ state: z.literal('superseded'), ...withRecord, supersededAt: instant() })
  .describe('A corrected certificate took its place; which one is its holder’s to tell.')
const withdrawn = z
  .object({ state: z.literal('withdrawn'), id: number(), withdrawnAt: instant(), checkedAt })
  .describe('Its holder took it back: that it existed is all that is told.')
const guarded = z
  .object({ state: z.literal('guarded'), id: number(), tried: z.boolean(), checkedAt })
  .describe('Its holder asks for the name beside the number; tried: a name was given, and it is another one.')
const unknown = z.object({ state: z.literal('unknown'), id: number(), checkedAt })

export const fault = name(
  'NumberFault',
  z
    .discriminatedUnion('reason', [
      z.object({ ok: z.literal(false), reason: z.literal('empty') }),
      z.object({ ok: z.literal(false), reason: z.enum(['too-short', 'too-long']), length: z.number().int() }),
      z.object({
        ok: z.literal(false),
        reason: z.literal('symbol'),
        at: z.number().int(),
        symbol: z.string(),
      }),
      z.object({ ok: z.literal(false), reason: z.literal('check') }),
    ])
    .describe('Which part of a number is mistyped. `check`: its last symbol does not fit the others.'),
)
const mistyped = z.object({ state: z.literal('mistyped'), fault })

const uncheckedReason = z.enum([
  'register-unavailable',
  'not-in-register',
  'empty',
  'too-large',
  'not-a-certificate',
  'truncated',
  'encrypted',
])
const unchecked = z
  .object({ state: z.literal('unchecked'), why: uncheckedReason, checkedAt })
  .describe('Could not be checked. Never to be taken for a no.')

export const recordVerdict = name(
  'RecordVerdict',
  z.discriminatedUnion('state', [good, revoked, superseded, withdrawn]),
)

/** What a number may be told in a 200. */
export const numberVerdict = name(
  'NumberVerdict',
  z.discriminatedUnion('state', [good, revoked, superseded, withdrawn, guarded]),
)

const anyVerdict = z.discriminatedUnion('state', [
  good,
  revoked,
  superseded,
  withdrawn,
  guarded,
  unknown,
  mistyped,
  unchecked,
])

const check = name(
  'Check',
  z.object({
    check: z.enum([
      'digest',
      'seal',
      'timestamp',
      'attachment',
      'proof-rdfc',
      'proof-jcs',
      'credential',
      'register',
      'status',
      'validity',
    ]),
    outcome: z
      .enum(['passed', 'failed', 'unknown'])
      .describe('unknown: could not be made, which is no failure.'),
    detail: z.string().nullable(),
  }),
)

const difference = name(
  'Difference',
  z.object({
    fact: z.enum([
      'number',
      'name',
      'nameLatin',
      'courseBg',
      'courseEn',
      'edition',
      'issuer',
      'issuedAt',
      'validUntil',
      'workload',
      'level',
      'assessment',
      'result',
      'outcomes',
      'other',
    ]),
    official: z.string().nullable().describe('In the register.'),
    stated: z.string().nullable().describe('In the file.'),
  }),
)

const ofFile = {
  checkedAt,
  kind: z.enum(['pdf', 'credential']).nullable(),
  checks: z.array(check),
}

export const fileVerdict = name(
  'FileVerdict',
  z.discriminatedUnion('state', [
    z
      .object({ state: z.literal('genuine'), record: recordVerdict, ...ofFile })
      .describe('The file that was issued. Read the state of its record: it may be revoked since.'),
    z
      .object({
        state: z.literal('altered'),
        id: number(),
        record: recordVerdict.nullable(),
        differences: z.array(difference),
        ...ofFile,
      })
      .describe('Speaks of a certificate of ours and is not the file that was issued.'),
    z.object({ state: z.literal('not-ours'), claims: z.string().nullable(), ...ofFile }),
    z.object({ state: z.literal('unknown'), id: number(), ...ofFile }),
    z.object({ state: z.literal('unchecked'), why: uncheckedReason, ...ofFile }),
  ]),
)

const checkedRow = name(
  'CheckedRow',
  z.object({
    row: z.number().int().describe('From 1, as a spreadsheet counts, the heading included.'),
    given: z.object({ id: z.string(), name: z.string().nullable(), sha256: z.string().nullable() }),
    verdict: z.discriminatedUnion('state', [
      ...anyVerdict.options,
      z.object({ state: z.enum(['empty', 'malformed']) }),
    ]),
    name: z.enum(['same', 'different']).nullable(),
    file: z.enum(['same', 'different', 'unreadable']).nullable(),
    repeats: z.number().int().nullable().describe('An earlier row with the same number.'),
  }),
)

export const listVerdict = name('ListVerdict', z.object({ checkedAt, rows: z.array(checkedRow) }))

export const verdict = anyVerdict

export const problemCodes = [
  'mistyped',
  'unknown',
  'unreadable',
  'empty',
  'too-many-rows',
  'not-found',
  'method',
  'not-acceptable',
  'too-large',
  'media-type',
  'throttled',
  'register-unavailable',
] as const

export const problem = name(
  'Problem',
  z
    .object({
      type: z.literal('about:blank'),
      title: z.string(),
      status: z.number().int(),
      detail: z.string(),
      code: z.enum(problemCodes).describe('For programs; the sentences may change.'),
      id: number().optional(),
      checkedAt: checkedAt.optional(),
      fault: fault.optional(),
      retryAfterSeconds: z.number().int().optional(),
    })
    .describe('RFC 9457, as application/problem+json.'),
)

export type Problem = z.infer<typeof problem>
