import type { AppLoadContext } from '@remix-run/node'
import type { Params } from '@remix-run/react'
import { requireUser } from '#app/domain/accounts/guards.server.ts'
import { type CertificateView, viewCertificate } from '#app/domain/certificates/holder-certificates.server.ts'
import { notFound } from '../read-params.server.ts'

/** A number as an address of ours writes it; null for anything else. */
export function readCertificateId(params: Params): string | null {
  return /^[0-9A-Z]{16}$/.exec(params.id ?? '')?.[0] ?? null
}

/** The certificate of the address, for its holder. Somebody else's is not found, and a visitor is asked to sign in. */
export async function requireOwnCertificate(
  request: Request,
  params: Params,
  context: AppLoadContext,
): Promise<{ userId: string; certificate: CertificateView }> {
  const user = await requireUser(request, context)
  const id = readCertificateId(params)
  const certificate = id === null ? null : await viewCertificate(user.id, id)
  if (certificate === null) throw notFound('certificate')
  return { userId: user.id, certificate }
}
