import { z } from 'zod'
import { type ShareUntil, shareDays } from '#app/domain/certificates/sharing/share-end.ts'
import { isSharePart, type SharePart } from '#app/domain/certificates/sharing/share-parts.ts'
import { type Sharing, sharings } from '#app/domain/certificates/sharing/sharing.ts'
import { parseForm } from '#app/platform/form.ts'

export type CertificateForm =
  | { intent: 'sharing'; sharing: Sharing }
  | { intent: 'share'; parts: SharePart[]; until: ShareUntil; given: GivenShare }
  | { intent: 'end-share'; token: string }
  /** No page of ours sends this. */
  | { intent: 'foreign' }

/** What stood in the form of a new link, to stand there again. */
export type GivenShare = { parts: string[]; until: string; date: string }

const part = z.string().refine(isSharePart)

const forms = {
  sharing: z.strictObject({ intent: z.literal('sharing'), sharing: z.enum(sharings) }),
  share: z.strictObject({
    intent: z.literal('share'),
    // One box is a text, several are a list, and none are nothing.
    parts: z.union([part.transform(one => [one]), z.array(part)]).default([]),
    until: z.enum([...shareDays.map(String), 'date']),
    date: z.string().max(10).default(''),
  }),
  'end-share': z.strictObject({
    intent: z.literal('end-share'),
    token: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  }),
}

/** What the forms of a certificate's page ask for. */
export function readCertificateForm(form: FormData): CertificateForm {
  switch (form.get('intent')) {
    case 'sharing': {
      const read = parseForm(form, forms.sharing)
      return read.ok ? read.value : { intent: 'foreign' }
    }
    case 'end-share': {
      const read = parseForm(form, forms['end-share'])
      return read.ok ? read.value : { intent: 'foreign' }
    }
    case 'share': {
      const read = parseForm(form, forms.share)
      if (!read.ok) return { intent: 'foreign' }
      const { parts, until, date } = read.value
      const days = shareDays.find(entry => String(entry) === until)
      return {
        intent: 'share',
        parts: parts.filter(isSharePart),
        until: days === undefined ? { date } : { days },
        given: { parts, until, date },
      }
    }
    default:
      return { intent: 'foreign' }
  }
}
