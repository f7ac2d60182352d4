/**
 * The fields of a posted form. Anything that is no form (another content type, a body cut short) is refused with 400
 * before it can become an exception.
 */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Response('form', { status: 400 })
  }
}
