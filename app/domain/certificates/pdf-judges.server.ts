import { spawnSync } from 'node:child_process'

/** Independent programs that tests ask about a PDF and its seal, and the Debian package that each comes with. */
const packages = {
  qpdf: 'qpdf',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdfsig: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  zbarimg: 'zbar-tools',
  certutil: 'libnss3-tools',
  openssl: 'openssl',
} as const

export type Judge = keyof typeof packages

/** What a judge prints about the file. A judge that is missing, or that finds a fault, throws with its reason. */
export function ask(judge: Judge, args: string[]): string {
  return run(judge, args, packages[judge])
}

export function run(program: string, args: string[], debianPackage: string): string {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (error && 'code' in error && error.code === 'ENOENT') {
    throw new Error(
      `The program "${program}", which checks certificates, is not installed. Install the Debian package "${debianPackage}" (apt-get install ${debianPackage}).`,
    )
  }
  if (error) throw error
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}${stdout}`)
  return stdout
}
