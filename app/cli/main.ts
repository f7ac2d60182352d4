import { runCertificate } from './certificate.ts'
import { runContent } from './content.ts'
import { runDb } from './db.ts'
import { runKeys } from './keys.ts'
import { runUser } from './user.ts'

const help = `Usage: npx zagore <command>

  content check [--json]                 check every course file and list all problems
  content translated FILE…               note that a translation is up to date with its original
  content new course|lesson NAME         write a course or a lesson to begin with
  certificate verify FILE                tell whether a certificate is genuine and valid
  certificate revoke ID [--reason WORD]  revoke a certificate for good
  user add EMAIL --name NAME [--role R]  add a person; the password is read from standard input
  user role EMAIL ROLE                   make a person a learner, trainer or admin
  user accommodate EMAIL --extra-time P  give a person more time in exams, in percent
  keys init                              make the keys that seal and sign certificates
  keys rotate                            take new keys into use and retire the old ones
  keys list                              show all keys and until when they last
  db migrate                             bring the database to the present schema
  db status                              show which migrations are applied
  db migration NAME                      write the next migration for both databases

Every command explains itself with --help. Settings come from the environment: see docs/operating.md.
`

/** Runs one command. Returns the exit code: 0 done, 1 failed, 2 not understood. */
export async function run(args: string[]): Promise<number> {
  const [command, ...rest] = args
  switch (command) {
    case 'content':
      return runContent(rest)
    case 'certificate':
      return runCertificate(rest)
    case 'user':
      return runUser(rest)
    case 'keys':
      return runKeys(rest)
    case 'db':
      return runDb(rest)
    case undefined:
    case 'help':
    case '--help':
      process.stdout.write(help)
      return 0
    default:
      process.stderr.write(`There is no command "${command}". Run "npx zagore --help" to see them all.\n`)
      return 2
  }
}
