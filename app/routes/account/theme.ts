import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { readVisitor } from '#app/domain/accounts/guards.server.ts'
import { saveTheme } from '#app/domain/accounts/profile.server.ts'
import { writeCookie } from '#app/platform/cookies.ts'
import { parseForm } from '#app/platform/form.ts'
import { localPath } from '#app/platform/local-path.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { themes } from '#app/platform/theme.ts'

const YEAR = 31_536_000

const themeForm = z.strictObject({ theme: z.enum(themes), next: z.string() })

export function loader() {
  return redirect('/')
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(await readForm(request), themeForm)
  if (!form.ok) return redirect('/')
  const user = await readVisitor(request, context)
  if (user !== null) await saveTheme(user.id, form.value.theme)
  return redirect(localPath(form.value.next, '/'), {
    headers: { 'Set-Cookie': writeCookie('theme', form.value.theme, YEAR) },
  })
}
