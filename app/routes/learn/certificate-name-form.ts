import { z } from 'zod'

/** The form of a name for a certificate. What can be printed is for the domain to say. */
export const certificateNameForm = z.strictObject({
  name: z.string('form.required').trim().min(1, 'form.required'),
  nameLatin: z.string('form.required').trim().min(1, 'form.required'),
})
