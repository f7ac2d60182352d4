import { parseArgs } from 'node:util'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import { isRevocationReason, revocationReasons } from '#app/domain/certificates/revocation-reason.ts'
import { revokeCertificate } from '#app/domain/certificates/revoke-certificate.server.ts'
import { withDatabase } from './with-database.ts'

const help = `Usage: npx zagore certificate revoke ID [--reason WORD]

  ID      the certificate's number, with or without dashes
  WORD    why, shown to everyone who verifies: ${revocationReasons.join(', ')}

A revoked certificate stays revoked. Its page says so from this moment on.
`

export async function runCertificate(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: { reason: { type: 'string' }, help: { type: 'boolean' } },
  })
  const [action, id] = positionals
  if (values.help || action === undefined) return answer(help, 0)
  if (action !== 'revoke')
    return answer(`There is no "certificate ${action}". Run "npx zagore certificate --help".\n`, 2)
  if (id === undefined)
    return answer('Name the certificate: npx zagore certificate revoke J58E-5J8J-PRY7-K5S2\n', 2)
  const reason = values.reason ?? 'other'
  if (!isRevocationReason(reason))
    return answer(`--reason must be one of: ${revocationReasons.join(', ')}.\n`, 2)
  return withDatabase(async () => {
    const result = await revokeCertificate(id, reason)
    if (result.ok) {
      const number = formatIdentifier(result.id)
      return answer(
        result.already ? `${number} was revoked before; nothing changed.\n` : `${number} is revoked.\n`,
        0,
      )
    }
    if (result.reason === 'mistyped')
      return answer(`${id} is no certificate number: compare it with the printed one.\n`, 1)
    return answer(`No certificate ${id} was issued here. Check DATABASE_URL and the number.\n`, 1)
  })
}

function answer(text: string, code: number): number {
  const stream = code === 0 ? process.stdout : process.stderr
  stream.write(text)
  return code
}
