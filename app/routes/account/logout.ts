import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { endSession } from '#app/domain/accounts/sessions.server.ts'
import { paths } from '#app/paths.ts'
import { toastCookie } from '#app/platform/toast.server.ts'
import { readLanguage } from '../read-params.server.ts'

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.home(readLanguage(params)))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const headers = new Headers()
  headers.append('Set-Cookie', await endSession(request.headers.get('cookie')))
  headers.append('Set-Cookie', toastCookie('signedOut'))
  return redirect(paths.home(readLanguage(params)), { headers })
}
