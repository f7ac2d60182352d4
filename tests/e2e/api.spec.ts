import { randomBytes } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { formatIdentifier, generateIdentifier } from '#app/domain/certificates/identifier.ts'
import { paths } from '#app/paths.ts'
import routes from '#app/routes.ts'
import { amina, arrive } from '#tests/people.ts'
import { earnCertificate } from './complete-course.ts'
import { journeyCourse as course } from './content.ts'
import { test as base, expect, ownAddress } from './fixtures.ts'
import { type RawRequest, type RawResponse, rawRequest } from './raw-request.ts'
import { site } from './site.ts'

type Issued = { id: string; name: string; pdf: Buffer; cookie: string }

/** One certificate a worker, since nothing in these tests changes it. */
const test = base.extend<object, { issued: Issued }>({
  issued: [
    async ({ playwright }, use) => {
      const request = await playwright.request.newContext({ baseURL: site })
      const learner = await arrive(request, amina())
      const id = await earnCertificate(request, course, learner.name)
      const pdf = await (await request.get(paths.certificatePdf('bg', id))).body()
      const { cookies } = await request.storageState()
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
      await request.dispose()
      await use({ id, name: learner.name, pdf, cookie })
    },
    { scope: 'worker' },
  ],
})

type Documented = {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >
  components: object
}

async function readDocument(): Promise<Documented> {
  const response = await rawRequest(paths.apiDocument())
  expect(response.status).toBe(200)
  return JSON.parse(response.body.toString())
}

const mistyped = 'J58E5J8JPRY7K5S3'
const unknown = () => generateIdentifier(count => randomBytes(count))

/** A request from an address of its own, so that no limit is met but where it is looked for. */
function ask(
  path: string,
  { headers, ...rest }: RawRequest = {},
  address = ownAddress(),
): Promise<RawResponse> {
  return rawRequest(path, { ...rest, headers: { 'x-forwarded-for': address, ...headers } })
}

const post = (type: string, body: string | Buffer, headers: Record<string, string> = {}): RawRequest => ({
  method: 'POST',
  body,
  headers: { 'content-type': type, 'content-length': String(Buffer.byteLength(body)), ...headers },
})

/** A look-up that comes when its address has none left, also when a minute ends on the way. */
async function tooMany(look: (address: string) => Promise<RawResponse>): Promise<RawResponse> {
  const address = ownAddress()
  let response = await look(address)
  for (let count = 1; count < 70 && response.status !== 429; count += 1) response = await look(address)
  return response
}

/** Every answer that the document promises, and a request that brings it about. */
function askingFor(issued: Issued): Record<string, Record<string, () => Promise<RawResponse>>> {
  const certificate = paths.apiCertificate(issued.id)
  const verify = paths.apiVerify()
  const batch = paths.apiVerifyBatch()
  const large = Buffer.alloc(2 * 1024 * 1024 + 1, 'x')
  const pdf = () => post('application/pdf', issued.pdf)
  const list = (headers = {}) => post('text/csv', `id,name\n${issued.id},${issued.name}\n`, headers)
  return {
    'get /api/v1/certificates/{id}': {
      '200': () => ask(certificate),
      '400': () => ask(paths.apiCertificate(mistyped)),
      '404': () => ask(paths.apiCertificate(unknown())),
      '405': () => ask(certificate, { method: 'DELETE' }),
      '406': () => ask(certificate, { headers: { accept: 'text/html' } }),
      '429': () => tooMany(address => ask(certificate, {}, address)),
    },
    'post /api/v1/verify': {
      '200': () => ask(verify, pdf()),
      '400': () => ask(verify, post('application/json', '')),
      '405': () => ask(verify, { method: 'PUT' }),
      '406': () => ask(verify, post('application/pdf', issued.pdf, { accept: 'text/csv' })),
      '413': () => ask(verify, post('application/pdf', large)),
      '415': () => ask(verify, post('image/png', 'x')),
      '429': () => tooMany(address => ask(verify, post('application/json', '{}'), address)),
    },
    'post /api/v1/verify/batch': {
      '200': () => ask(batch, list()),
      '400': () => ask(batch, post('text/csv', 'id,name\n')),
      '405': () => ask(batch),
      '406': () => ask(batch, list({ accept: 'application/pdf' })),
      '413': () => ask(batch, post('text/csv', large)),
      '415': () => ask(batch, post('text/plain', issued.id)),
      '429': () => tooMany(address => ask(batch, list(), address)),
    },
    'get /api/v1/openapi.json': {
      '200': () => ask(paths.apiDocument()),
      '405': () => ask(paths.apiDocument(), { method: 'POST' }),
    },
  }
}

/** What only a broken register brings about, which a test of the routes themselves breaks. */
const elsewhere = ['503']

test('the document knows every route of the API, and no other', async () => {
  const document = await readDocument()
  const served = routes
    .map(({ path = '' }) => path)
    .filter(path => path.startsWith('api/v1/'))
    .map(path => `/${path.replace(/:(\w+)/g, '{$1}')}`)
  expect(served.length).toBeGreaterThan(0)
  expect(Object.keys(document.paths).sort()).toEqual(served.sort())
})

test('every answer that the document promises is given, in the form that it promises', async ({ issued }) => {
  test.slow()
  const document = await readDocument()
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
  ajv.addSchema({ $id: 'api', components: document.components })
  const asking = askingFor(issued)
  const promised = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
  )
  expect(promised.map(({ name }) => name).sort()).toEqual(Object.keys(asking).sort())
  for (const { name, responses } of promised) {
    const statuses = Object.keys(responses).filter(status => !elsewhere.includes(status))
    expect(Object.keys(asking[name] ?? {}).sort(), name).toEqual(statuses.sort())
    for (const status of statuses) {
      const response = (await asking[name]?.[status]?.()) ?? stop(`${name} ${status} is asked for nowhere`)
      const where = `${name} ${status}`
      expect(response.status, where).toBe(Number(status))
      const type = String(response.headers['content-type']).split(';')[0] ?? ''
      const schema = responses[status]?.content?.[type]?.schema
      expect(schema, `${where} promises ${type}`).toBeDefined()
      expect(response.headers['access-control-allow-origin'], where).toBe('*')
      expect(response.headers['set-cookie'], where).toBeUndefined()
      if (type === 'text/csv') continue
      const local = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/'))
      const validate = ajv.compile(local)
      expect(
        validate(JSON.parse(response.body.toString())),
        `${where}: ${ajv.errorsText(validate.errors)}`,
      ).toBe(true)
    }
  }
})

test('a number is answered as it is written, HEAD as GET, and an error with a code for programs', async ({
  issued,
}) => {
  const found = await ask(paths.apiCertificate(formatIdentifier(issued.id).toLowerCase()))
  expect(JSON.parse(found.body.toString())).toMatchObject({
    state: 'valid',
    snapshot: { id: issued.id, learner: { name: issued.name } },
  })
  expect(found.headers['cache-control']).toBe('no-store')
  expect(found.headers['x-robots-tag']).toBe('noindex')
  const head = await ask(paths.apiCertificate(issued.id), { method: 'HEAD' })
  expect([head.status, head.body.length]).toEqual([200, 0])
  const wrong = await ask(paths.apiCertificate(mistyped))
  expect(wrong.headers['content-type']).toBe('application/problem+json')
  expect(JSON.parse(wrong.body.toString())).toMatchObject({ code: 'mistyped', fault: { reason: 'check' } })
})

test('every unknown number gets the same answer but for the number', async () => {
  const [one, other] = [unknown(), unknown()]
  const answer = async (id: string) => {
    const { status, body } = await ask(paths.apiCertificate(id))
    return [
      status,
      body
        .toString()
        .replaceAll(id, 'ID')
        .replace(/"checkedAt":"[^"]+"/, ''),
    ]
  }
  expect(await answer(one)).toEqual(await answer(other))
})

test('a file is recognised to the byte, and one byte more is an altered one', async ({ issued }) => {
  const verdictOn = async (bytes: Buffer) =>
    JSON.parse((await ask(paths.apiVerify(), post('application/pdf', bytes))).body.toString())
  expect(await verdictOn(issued.pdf)).toMatchObject({ state: 'genuine', record: { state: 'valid' } })
  const more = Buffer.concat([issued.pdf, Buffer.from('\n')])
  expect(await verdictOn(more)).toMatchObject({ state: 'altered', id: issued.id })
  expect(await verdictOn(Buffer.from('%PDF-1.7\n%%EOF\n'))).toMatchObject({ state: 'not-ours' })
})

test('a list comes back as CSV or as JSON, row by row, and nothing in it is a formula', async ({
  issued,
}) => {
  const lines = ['id;name', `${issued.id};${issued.name.toUpperCase()}`, `${unknown()};=1+1`, '', '=cmd;x']
  const csv = await ask(paths.apiVerifyBatch(), post('text/csv', `\ufeff${lines.join('\r\n')}\r\n`))
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
  const rows = parse(csv.body.toString(), { columns: true }) as Record<string, string>[]
  expect(rows.map(({ row, state, name_matches }) => [row, state, name_matches])).toEqual([
    ['2', 'valid', 'yes'],
    ['3', 'unknown', ''],
    ['4', 'empty', ''],
    ['5', 'mistyped', ''],
  ])
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  const json = await ask(
    paths.apiVerifyBatch(),
    post('text/csv', lines.join('\n'), { accept: 'application/json' }),
  )
  expect(JSON.parse(json.body.toString()).rows).toHaveLength(4)
})

test('pages of every other site may ask, without anybody’s cookie', async ({ issued }) => {
  const origin = 'https://employer.example'
  const options = await ask(paths.apiVerify(), {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  })
  expect(options.status).toBe(204)
  expect(options.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': 'Accept, Content-Type',
  })
  expect(options.headers['access-control-allow-credentials']).toBeUndefined()

  const headers = { origin, cookie: issued.cookie }
  const withCookie = await ask(paths.apiVerify(), post('application/pdf', issued.pdf, headers))
  const without = await ask(paths.apiVerify(), post('application/pdf', issued.pdf))
  const comparable = ({ status, headers: of, body }: RawResponse) => [
    status,
    of['cache-control'],
    of['set-cookie'],
    of.vary,
    body.toString().replaceAll(/"checkedAt":"[^"]+"/g, ''),
  ]
  expect(comparable(withCookie)).toEqual(comparable(without))
})

test('what is near the API and no part of it is refused as everywhere', async () => {
  for (const path of [
    '/api/v1/verify.data',
    '/api/v1/verify/',
    '/api/v1/nothing',
    '/api/v1/../bg/login',
    '/api',
  ]) {
    const response = await ask(path, post('application/json', '{}', { origin: 'https://evil.example' }))
    expect(response.status, path).toBe(403)
  }
  const nowhere = await ask('/api/v2/certificates')
  expect(nowhere.status).toBe(404)
  expect(JSON.parse(nowhere.body.toString())).toMatchObject({ code: 'not-found' })
})

test('an address that asks for too many unknown numbers has to wait for every other one', async ({
  issued,
}) => {
  const address = ownAddress()
  const look = (id: string) => ask(paths.apiCertificate(id), {}, address)
  let refused: RawResponse | null = null
  for (let count = 0; count < 25 && refused === null; count += 1) {
    const response = await look(unknown())
    if (response.status === 429) refused = response
  }
  expect(refused, 'refused before the 25th').not.toBeNull()
  const seconds = Number(refused?.headers['retry-after'])
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(60)
  expect((await ask(paths.apiCertificate(issued.id))).status, 'another address').toBe(200)
})

function stop(reason: string): never {
  throw new Error(reason)
}
