import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { readVisitor } from '#app/domain/accounts/guards.server.ts'
import { paths } from '#app/paths.ts'
import { isLanguage, languageForBrowser } from '#app/platform/language.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await readVisitor(request, context)
  const language = isLanguage(user?.language)
    ? user.language
    : languageForBrowser(request.headers.get('accept-language'))
  return redirect(paths.home(language), { headers: { Vary: 'Accept-Language, Cookie' } })
}
