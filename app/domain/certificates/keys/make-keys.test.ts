import { execFileSync } from 'node:child_process'
import { createPublicKey, sign, verify, X509Certificate } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import {
  freshKeys,
  keyFile,
  keysHub,
  making,
  opened,
  openIn,
  opening,
  problemsOf,
} from '#tests/setup/key-folders.ts'
import { testKeysDir } from '#tests/setup/keys.ts'
import { startProcess } from '#tests/setup/other-process.ts'
import { didDocument } from './did-document.ts'
import { listKeys } from './list-keys.server.ts'
import { initKeys, rotateKeys } from './make-keys.server.ts'
import { openKeyFolder } from './open-keys.server.ts'

const both = (text: string) => ({ bg: text, en: text })
const { folder } = freshKeys()

describe('making keys', () => {
  test('leaves files that their owner alone can read', async () => {
    const inside = path.join(folder(), 'deep/inside')
    await initKeys(inside, making)
    const names = readdirSync(inside)
    expect(names).toHaveLength(4)
    expect(statSync(inside).mode & 0o777).toBe(0o700)
    for (const name of names) expect(statSync(path.join(inside, name)).mode & 0o777).toBe(0o600)
  })

  test('gives a seal whose certificate the root has issued, for sealing documents', () => {
    const { seal, trust } = openIn(folder())
    const certificate = new X509Certificate(seal.certificate)
    const issuer = new X509Certificate(Buffer.from(trust.roots[0] ?? '', 'base64'))
    expect(certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)).toBe(true)
    expect(issuer.ca).toBe(true)
    expect(certificate.ca).toBe(false)
    expect(certificate.subject).toBe('O=Примерен хъб (измислен)\nL=Стара Загора\nCN=Примерен хъб (измислен)')
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4'])
    expect(new Date(certificate.validFrom).toISOString()).toBe('2026-11-24T09:00:00.000Z')
    expect(new Date(certificate.validTo).toISOString()).toBe('2031-11-24T09:00:00.000Z')
    expect(new Date(issuer.validTo).toISOString()).toBe('2046-11-24T09:00:00.000Z')
  })

  test('makes them long enough for the years to come', () => {
    // The keys of the other tests, which are made as those of a hub.
    const { seal, trust } = openIn(testKeysDir)
    for (const der of [seal.certificate, Buffer.from(trust.roots[0] ?? '', 'base64')]) {
      const { publicKey } = new X509Certificate(der)
      expect(publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072)
    }
  })

  test('gives certificates that OpenSSL accepts under its strict rules', () => {
    const { seal, trust } = openIn(folder())
    const files = { root: path.join(folder(), 'r.crt'), seal: path.join(folder(), 's.crt') }
    writeFileSync(files.root, new X509Certificate(Buffer.from(trust.roots[0] ?? '', 'base64')).toString())
    writeFileSync(files.seal, new X509Certificate(seal.certificate).toString())
    const said = execFileSync('openssl', ['verify', '-x509_strict', '-CAfile', files.root, files.seal])
    expect(String(said)).toContain('s.crt: OK')
    const usage = execFileSync('openssl', ['x509', '-noout', '-ext', 'keyUsage', '-in', files.seal])
    expect(String(usage)).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation\s/)
  })

  test('gives keys that belong together', async () => {
    const { seal, credentialKey } = openIn(folder())
    const data = Buffer.from('данни')
    const key = new X509Certificate(seal.certificate).publicKey
    expect(verify('sha256', data, key, await seal.sign(data))).toBe(true)
    expect(credentialKey.id).toBe('did:web:academy.example.org#credential-2026-1')
    expect(credentialKey.publicKeyMultibase).toMatch(/^z6Mk/)
    expect(createPublicKey(credentialKey.privateKey).asymmetricKeyType).toBe('ed25519')
  })

  test('shortens long names and marks those of a demo', async () => {
    const long = both('Сдружение с нестопанска цел „Европейски цифров иновационен хъб Загоре“ в Стара Загора')
    const inside = path.join(folder(), 'demo')
    await initKeys(inside, { ...making, demo: true, hub: { ...keysHub, legalName: long } })
    const { seal } = openIn(inside)
    const { subject } = new X509Certificate(seal.certificate)
    expect(subject).toMatch(/CN=ДЕМО: Сдружение с нестопанска цел .*…$/m)
    for (const part of subject.split('\n')) {
      expect([...part.replace(/^[A-Z]+=/, '')].length).toBeLessThanOrEqual(64)
    }
  })

  test('never takes the place of keys that are there', async () => {
    const before = readFileSync(path.join(folder(), 'keys.json'), 'utf8')
    expect(await initKeys(folder(), making)).toEqual({ ok: false, reason: 'exists' })
    expect(readFileSync(path.join(folder(), 'keys.json'), 'utf8')).toBe(before)
  })

  test('refuses a folder that others can read, unless it is for a demo', async () => {
    const inside = path.join(folder(), 'open')
    mkdirSync(inside)
    chmodSync(inside, 0o755)
    expect(await initKeys(inside, making)).toEqual({ ok: false, reason: 'open-folder' })
    expect(readdirSync(inside)).toEqual([])
    expect(await initKeys(inside, { ...making, demo: true })).toEqual({ ok: true })
  })

  test('by two processes at once ends with the keys of one of them', async () => {
    const inside = path.join(folder(), 'race')
    const script = `
      import { initKeys } from '#app/domain/certificates/keys/make-keys.server.ts'
      const both = text => ({ bg: text, en: text })
      const hub = { legalName: both('Примерен хъб'), place: both('Стара Загора') }
      const made = await initKeys(process.argv[1], { passphrase: null, hub, demo: true, at: new Date(), rsaBits: 2048 })
      console.log(made.ok ? 'made' : made.reason)`
    const said = await Promise.all([1, 2].map(() => startProcess(script, inside).ended()))
    expect(said.flat().sort()).toEqual(['exists', 'made'])
    setClock(() => new Date())
    openIn(inside)
    expect(readdirSync(inside)).toHaveLength(4)
  }, 60_000)

  test('goes on after an attempt that was interrupted, whose files are left alone', async () => {
    rmSync(path.join(folder(), 'keys.json'))
    const [problem] = problemsOf(openKeyFolder(folder(), opening))
    expect(problem).toContain('keys.json is missing beside private keys')
    expect(problem).toContain('npx zagore keys init')
    expect(await initKeys(folder(), making)).toEqual({ ok: true })
    openIn(folder())
    expect(readdirSync(folder())).toHaveLength(7)
  })
})

describe('rotation', () => {
  const later = { ...making, at: new Date('2027-03-01T00:00:00.000Z') }

  test('takes new keys into use and keeps the old public ones, dated', async () => {
    const before = openIn(folder())
    const rotated = await rotateKeys(folder(), later)
    expect(rotated).toEqual({ ok: true, seal: 'seal-2027-1', credentialKey: 'credential-2027-1' })
    setClock(() => later.at)
    const after = openIn(folder())
    expect(after.credentialKey.id).toBe('did:web:academy.example.org#credential-2027-1')
    expect(Buffer.from(after.seal.certificate).equals(before.seal.certificate)).toBe(false)
    expect(after.trust.roots).toEqual(before.trust.roots)
    expect(after.trust.sealCertificates).toEqual([
      { ...before.trust.sealCertificates[0], retiredAt: '2027-03-01T00:00:00.000Z' },
      expect.objectContaining({ validFrom: '2027-03-01T00:00:00.000Z', retiredAt: null }),
    ])
    expect(after.trust.credentialKeys).toEqual([
      { ...before.trust.credentialKeys[0], retiredAt: '2027-03-01T00:00:00.000Z' },
      expect.objectContaining({ id: after.credentialKey.id, retiredAt: null }),
    ])
  })

  test('removes the old private keys, and nothing else', async () => {
    const old = [keyFile(folder(), 'seal'), keyFile(folder(), 'credential')]
    await rotateKeys(folder(), later)
    const names = readdirSync(folder())
    for (const file of old) expect(names).not.toContain(path.basename(file))
    expect(names).toHaveLength(4)
    for (const name of names) expect(statSync(path.join(folder(), name)).mode & 0o777).toBe(0o600)
  })

  test('numbers the keys of one year', async () => {
    await rotateKeys(folder(), making)
    expect(await rotateKeys(folder(), making)).toMatchObject({ seal: 'seal-2026-3' })
  })

  test('leaves retired keys with the date of their own end', async () => {
    await rotateKeys(folder(), later)
    await rotateKeys(folder(), { ...making, at: new Date('2028-03-01T00:00:00.000Z') })
    const listed = listKeys(folder())
    expect(listed.ok && listed.list.seals.map(({ retiredAt }) => retiredAt)).toEqual([
      '2027-03-01T00:00:00.000Z',
      '2028-03-01T00:00:00.000Z',
      null,
    ])
  })

  test('asks for the private key of the root, and changes nothing without it', async () => {
    const away = keyFile(folder(), 'root')
    renameSync(away, `${folder()}.away`)
    const before = readdirSync(folder())
    const rotated = await rotateKeys(folder(), later)
    expect(rotated).toEqual({ ok: false, problem: expect.stringContaining(path.basename(away)) })
    expect(readdirSync(folder())).toEqual(before)
    openIn(folder())
    renameSync(`${folder()}.away`, away)
    expect(await rotateKeys(folder(), later)).toMatchObject({ ok: true })
  })

  test('never gives a seal a certificate that outlives its root', async () => {
    setClock(() => new Date('2045-01-01T00:00:00.000Z'))
    await rotateKeys(folder(), { ...making, at: new Date('2045-01-01T00:00:00.000Z') })
    const listed = listKeys(folder())
    expect(listed.ok && listed.list.seals.at(-1)?.endsAt).toBe('2046-11-24T09:00:00.000Z')
  })

  test('where there are no keys names the command that makes them', async () => {
    expect(await rotateKeys(path.join(folder(), 'none'), making)).toEqual({
      ok: false,
      problem: expect.stringContaining('npx zagore keys init'),
    })
  })
})

describe('what is public', () => {
  test('says in the DID document which keys sign, retired ones too', async () => {
    await rotateKeys(folder(), making)
    const { trust, credentialKey } = openIn(folder())
    const document = didDocument(trust)
    expect(document.id).toBe('did:web:academy.example.org')
    expect(document.assertionMethod).toEqual([
      'did:web:academy.example.org#credential-2026-1',
      'did:web:academy.example.org#credential-2026-2',
    ])
    expect(document.verificationMethod[1]).toEqual({
      id: credentialKey.id,
      type: 'Multikey',
      controller: 'did:web:academy.example.org',
      publicKeyMultibase: credentialKey.publicKeyMultibase,
    })
  })

  test('holds nothing private', () => {
    const text = JSON.stringify(openIn(folder()).trust)
    const der = (file: string) => readFileSync(file, 'utf8').replaceAll(/-----[^-]+-----|\n/g, '')
    for (const kind of ['root', 'seal', 'credential'] as const) {
      const secret = der(keyFile(folder(), kind))
      expect(text).not.toContain(secret.slice(40, 60))
    }
  })

  test('follows the domain when it changes', () => {
    const moved = { ...opening, did: 'did:web:new.example.org' }
    const { trust, credentialKey } = opened(openKeyFolder(folder(), moved))
    expect(credentialKey.id).toBe('did:web:new.example.org#credential-2026-1')
    expect(trust.credentialKeys[0]?.id).toBe(credentialKey.id)
  })

  test('is a key that verifies what the private one signs', () => {
    const { credentialKey } = openIn(folder())
    const data = Buffer.from('данни')
    const signature = sign(null, data, credentialKey.privateKey)
    expect(verify(null, data, createPublicKey(credentialKey.privateKey), signature)).toBe(true)
  })
})
