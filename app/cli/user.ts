import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { hasAccount } from '#app/domain/accounts/has-account.server.ts'
import { roles } from '#app/domain/accounts/role.ts'
import { MOST_EXTRA_TIME, setExtraTime } from '#app/domain/accounts/set-extra-time.server.ts'
import { setRole } from '#app/domain/accounts/set-role.server.ts'
import { signUp } from '#app/domain/accounts/sign-up.server.ts'
import { readName } from '#app/domain/certificates/read-name.server.ts'
import { withDatabase } from './with-database.ts'

const help = `Usage: npx zagore user add EMAIL --name NAME [--role ROLE]
       npx zagore user role EMAIL ROLE
       npx zagore user accommodate EMAIL --extra-time PERCENT

  ROLE      ${roles.join(', ')}
  PERCENT   0 to ${MOST_EXTRA_TIME}: 50 turns the 40 minutes of an exam into 60, and 0 takes the extra time back

"user add" reads the password from standard input, so that it stands in no history:
  npx zagore user add ana@example.org --name "Ана Примерова" < password.txt
`

export async function runUser(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      'extra-time': { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const [action, email, given] = positionals
  if (values.help || action === undefined) return answer(help, 0)
  if (action === 'accommodate') return accommodate(email, values['extra-time'])
  const role = roles.find(known => known === (action === 'role' ? given : (values.role ?? 'learner')))
  if (email === undefined || role === undefined || (action !== 'add' && action !== 'role'))
    return answer(help, 2)
  if (action === 'role') {
    return withDatabase(async () =>
      (await setRole(email, role))
        ? answer(`${email} is now ${role}.\n`, 0)
        : answer(`Nobody here has the address ${email}.\n`, 1),
    )
  }
  const name = readName(typeof values.name === 'string' ? values.name : '')
  if (!name.ok) return answer('Give a printable name with --name.\n', 2)
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  return withDatabase(async () => {
    // Signing up says nothing about a taken address, and the role of an account that is there must not change.
    if (await hasAccount(email)) {
      return answer(`${email} has an account already. To change its role: npx zagore user role\n`, 1)
    }
    const result = await signUp({ email, password, name: name.name, language: 'bg' })
    if (!result.ok)
      return answer(
        `Not added: ${result.reason === 'email' ? 'the address is not valid' : `the password is ${result.reason}`}.\n`,
        1,
      )
    await setRole(email, role)
    return answer(`${email} can sign in as ${role}.\n`, 0)
  })
}

async function accommodate(email: string | undefined, given: unknown): Promise<number> {
  const percent = typeof given === 'string' && /^\d{1,3}$/.test(given) ? Number(given) : null
  if (email === undefined || percent === null || percent > MOST_EXTRA_TIME) return answer(help, 2)
  return withDatabase(async () => {
    if (!(await setExtraTime(email, percent))) return answer(`Nobody here has the address ${email}.\n`, 1)
    return answer(`${email} has ${percent} % more time in every exam that begins from now on.\n`, 0)
  })
}

function answer(words: string, code: number): number {
  const stream = code === 0 ? process.stdout : process.stderr
  stream.write(words)
  return code
}
