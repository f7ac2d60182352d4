import { parseArgs } from 'node:util'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import { isRevocationReason, revocationReasons } from '#app/domain/certificates/revocation-reason.ts'
import { revokeCertificate } from '#app/domain/certificates/revoke-certificate.server.ts'
import { verifyOnCommandLine } from './certificate-verify.ts'
import { withDatabase } from './with-database.ts'

const help = `Usage: npx zagore certificate verify FILE [--json]
       npx zagore certificate verify FILE --trust TRUST [--status LIST]... [--json]
       npx zagore certificate revoke ID [--reason WORD]

  FILE    a certificate as PDF, or its credential as JSON
  TRUST   a saved /.well-known/trust.json: verify with it alone, without the database
  LIST    a saved /status/N, to tell revoked ones without the database
  ID      the certificate's number, with or without dashes
  WORD    why, shown to everyone who verifies: ${revocationReasons.join(', ')}

"verify" ends with 0 when the certificate is genuine and valid, and with 1 in every other case.
A revoked certificate stays revoked. Its page says so from this moment on, and the audit log keeps it.
`

export async function runCertificate(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: {
      reason: { type: 'string' },
      trust: { type: 'string' },
      status: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const [action, id] = positionals
  if (values.help || action === undefined) return answer(help, 0)
  if (action === 'verify') {
    if (id === undefined) return answer('Name the file: npx zagore certificate verify certificate.pdf\n', 2)
    const { trust, status, json } = values
    if (typeof trust === 'boolean' || (status ?? []).some(name => typeof name === 'boolean'))
      return answer('--trust and --status each need the name of a file.\n', 2)
    return verifyOnCommandLine(id, {
      trust,
      status: (status ?? []).map(String),
      json: json === true,
    })
  }
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
      const { successor } = result
      const next =
        successor === null
          ? ''
          : `Its name was corrected: revoke ${formatIdentifier(successor)} as well, if that one is meant too.\n`
      return answer(
        (result.already ? `${number} was revoked before; nothing changed.\n` : `${number} is revoked.\n`) +
          next,
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
