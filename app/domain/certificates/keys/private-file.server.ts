import { createPrivateKey, type KeyObject } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'

/** Writes a file that only its owner may read, and that was not there before. It is on the disk when this returns. */
export function writeNewFile(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** A private key as PKCS#8 in PEM, encrypted when there is a passphrase. */
export function privateKeyText(key: KeyObject, passphrase: string | null): string {
  const lock = passphrase === null ? {} : { cipher: 'aes-256-cbc', passphrase }
  return key.export({ type: 'pkcs8', format: 'pem', ...lock }).toString()
}

export type PrivateKeyReading =
  | { ok: true; key: KeyObject; encrypted: boolean }
  | { ok: false; problem: string }

/** Reads a private key. The problem is one sentence that names the file and what to do. */
export function readPrivateKey(file: string, passphrase: string | null): PrivateKeyReading {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return {
      ok: false,
      problem: missing
        ? `The private key ${file} is missing: bring it back from the back-up.`
        : `The private key ${file} cannot be read by the account that runs the service.`,
    }
  }
  const encrypted = text.includes('BEGIN ENCRYPTED PRIVATE KEY')
  if (encrypted && passphrase === null)
    return { ok: false, problem: `The private key ${file} is encrypted: give its KEYS_PASSPHRASE.` }
  const whole = /^-----BEGIN (ENCRYPTED )?PRIVATE KEY-----\n[\s\S]*\n-----END \1PRIVATE KEY-----\s*$/.test(
    text,
  )
  try {
    if (whole)
      return { ok: true, key: createPrivateKey({ key: text, passphrase: passphrase ?? '' }), encrypted }
  } catch {
    if (encrypted)
      return {
        ok: false,
        problem: `KEYS_PASSPHRASE does not open the private key ${file}: it has another one.`,
      }
  }
  return { ok: false, problem: `The private key ${file} is damaged: bring it back from the back-up.` }
}

/** Permission bits of a file or folder; null when it is not there. */
export function modeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.mode ?? null
}

/** Whether anybody but the owner has any right to it. */
export function isOpenToOthers(mode: number): boolean {
  return (mode & 0o077) !== 0
}
