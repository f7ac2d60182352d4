import { z } from 'zod'

/** What a form of the page asks to be checked. */
export type CheckRequest = { way: 'file'; bytes: Uint8Array } | { way: 'credential' | 'list'; text: string }

/** A list of 500 rows with long names and digests is a fifth of it. */
const LONGEST_TEXT = 2 * 1024 * 1024

const fields = z.discriminatedUnion('way', [
  z.object({ way: z.literal('file'), file: z.instanceof(Blob) }),
  z.object({ way: z.enum(['credential', 'list']), text: z.string().max(LONGEST_TEXT) }),
])

/** Null: this is no form of the page. A file that was not chosen comes as an empty one. */
export async function readCheck(form: FormData): Promise<CheckRequest | null> {
  const parsed = fields.safeParse({
    way: form.get('way'),
    file: form.get('file') ?? undefined,
    text: form.get('text') ?? undefined,
  })
  if (!parsed.success) return null
  if (parsed.data.way !== 'file') return parsed.data
  return { way: 'file', bytes: new Uint8Array(await parsed.data.file.arrayBuffer()) }
}
