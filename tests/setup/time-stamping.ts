import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ask } from '#app/domain/certificates/pdf-judges.server.ts'

export type TimeStamping = {
  /** The root above the service's certificate, PEM. */
  rootFile: string
  /** The answer (RFC 3161) of OpenSSL to a request. */
  reply(request: Buffer): Buffer
  remove(): void
}

const settings = (folder: string, alg: string) => `
[tsa]
default_tsa = service
[service]
serial = ${folder}/serial
signer_cert = ${folder}/tsa.crt
signer_key = ${folder}/tsa.key
certs = ${folder}/root.crt
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = ${alg}
[usage]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
`

/** A real time-stamping service with a root of its own. `digest` is that by which it names its certificate. */
export function makeTimeStamping(
  key: 'rsa' | 'ec' = 'rsa',
  digest: 'sha1' | 'sha256' = 'sha256',
): TimeStamping {
  const folder = mkdtempSync(path.join(tmpdir(), 'academy-tsa-'))
  const at = (name: string) => path.join(folder, name)
  writeFileSync(at('tsa.cnf'), settings(folder, digest))
  writeFileSync(at('serial'), '01\n')
  const newKey =
    key === 'rsa' ? ['-newkey', 'rsa:2048'] : ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  const root = ['-x509', '-subj', '/CN=Test root of time', '-days', '30']
  ask('openssl', ['req', ...newKey, '-nodes', '-keyout', at('root.key'), '-out', at('root.crt'), ...root])
  const service = ['-subj', '/O=Example/CN=Test time']
  ask('openssl', ['req', ...newKey, '-nodes', '-keyout', at('tsa.key'), '-out', at('tsa.csr'), ...service])
  const issue = [
    '-req',
    '-in',
    at('tsa.csr'),
    '-CA',
    at('root.crt'),
    '-CAkey',
    at('root.key'),
    '-CAcreateserial',
  ]
  const usage = ['-days', '30', '-extfile', at('tsa.cnf'), '-extensions', 'usage', '-out', at('tsa.crt')]
  ask('openssl', ['x509', ...issue, ...usage])
  return {
    rootFile: at('root.crt'),
    reply(request) {
      writeFileSync(at('request'), request)
      ask('openssl', [
        'ts',
        '-reply',
        '-config',
        at('tsa.cnf'),
        '-queryfile',
        at('request'),
        '-out',
        at('reply'),
      ])
      return readFileSync(at('reply'))
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** A server on the loopback address for as long as `use` runs. */
export async function served(answer: RequestListener, use: (url: string) => Promise<void>): Promise<void> {
  const server: Server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  } finally {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
}

/** Answers every request with what `reply` makes of its body. */
export function answering(reply: (request: Buffer) => Buffer): RequestListener {
  return async (request, response) => {
    const body = await buffer(request)
    response.setHeader('Content-Type', 'application/timestamp-reply')
    response.end(reply(body))
  }
}
