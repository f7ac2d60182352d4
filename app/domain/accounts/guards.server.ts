import { type AppLoadContext, redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { languageOfPath } from '#app/platform/language.ts'
import { readSession, type SignedIn } from './sessions.server.ts'

const visitors = new WeakMap<AppLoadContext, Promise<SignedIn | null>>()

/** Who sends this request, or null. Read once a request, however many loaders ask. */
export function readVisitor(request: Request, context: AppLoadContext): Promise<SignedIn | null> {
  const known = visitors.get(context)
  if (known) return known
  const reading = readSession(request.headers.get('cookie')).then(({ user, setCookie }) => {
    if (setCookie !== null) context.setCookie(setCookie)
    return user
  })
  visitors.set(context, reading)
  return reading
}

/** The learner who sends this request; anybody else is sent to sign in and brought back afterwards. */
export async function requireUser(request: Request, context: AppLoadContext): Promise<SignedIn> {
  const user = await readVisitor(request, context)
  if (user !== null) return user
  const url = new URL(request.url)
  throw redirect(paths.login(languageOfPath(url.pathname) ?? 'bg', url.pathname + url.search))
}
