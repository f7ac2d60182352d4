import { type IncomingHttpHeaders, request as open } from 'node:http'
import { port } from './site.ts'

export type RawResponse = { status: number; headers: IncomingHttpHeaders; body: Buffer }

export type RawRequest = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

/**
 * One request exactly as given: no cookies of a browser, no followed redirect, no header of its own but `Host`,
 * nothing decompressed. A server that answers and closes before the body is through has still answered.
 */
export function rawRequest(
  path: string,
  { method = 'GET', headers = {}, body }: RawRequest = {},
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    let answered = false
    const sending = open({ host: 'localhost', port, path, method, headers, agent: false }, response => {
      answered = true
      const chunks: Buffer[] = []
      const finish = () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', finish)
      response.on('error', finish)
    })
    sending.on('error', error => {
      if (!answered) reject(error)
    })
    sending.end(body)
  })
}
