import { z } from 'zod'
import { listColumns } from './list-csv.ts'
import { named } from './schemas.ts'

type Media = { schema: Record<string, unknown>; example?: string }
type ApiResponse = { description: string; headers?: Record<string, unknown>; content?: Record<string, Media> }

export type Operation = {
  operationId: string
  summary: string
  description?: string
  parameters?: Record<string, unknown>[]
  requestBody?: { required: true; content: Record<string, Media> }
  responses: Record<string, ApiResponse>
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: string) => ({ 'application/json': { schema: ref(name) } })

const retryAfter = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } },
}

function problem(description: string, headers?: Record<string, unknown>): ApiResponse {
  return {
    description,
    ...(headers === undefined ? {} : { headers }),
    content: { 'application/problem+json': { schema: ref('Problem') } },
  }
}

const always = {
  '405': problem('Another method was used; see the header Allow.'),
  '406': problem('Accept asks for none of the media types that there are.'),
}

const looking = {
  ...always,
  '429': problem('Too many checks from one address. Says nothing about a certificate.', retryAfter),
  '503': problem('The register cannot be read. Says nothing about a certificate.', retryAfter),
}

const sending = {
  ...looking,
  '413': problem('The body is too large.'),
  '415': problem('The body is of another kind.'),
}

const paths: Record<string, Record<string, Operation>> = {
  '/api/v1/certificates/{id}': {
    get: {
      operationId: 'verifyNumber',
      summary: 'What is true of a certificate’s number',
      parameters: [
        {
          name: 'id',
          in: 'path',
          required: true,
          description: 'The number, with or without dashes.',
          schema: { type: 'string' },
        },
        {
          name: 'name',
          in: 'query',
          description: 'The name on the certificate, for one that its holder guards.',
          schema: { type: 'string' },
        },
      ],
      responses: {
        '200': { description: 'The certificate was issued; read its state.', content: json('NumberVerdict') },
        '400': problem('The number is mistyped.'),
        '404': problem('No certificate was issued with this number.'),
        ...looking,
      },
    },
  },
  '/api/v1/verify': {
    post: {
      operationId: 'verifyFile',
      summary: 'What is true of a file',
      description: 'A PDF as it was downloaded, or its credential as JSON. Nothing that is sent is kept.',
      requestBody: {
        required: true,
        content: {
          'application/pdf': { schema: {} },
          'application/json': { schema: { type: 'object' } },
          'application/ld+json': { schema: { type: 'object' } },
        },
      },
      responses: {
        '200': { description: 'The file was looked at; read its state.', content: json('FileVerdict') },
        '400': problem('The body is empty.'),
        ...sending,
      },
    },
  },
  '/api/v1/verify/batch': {
    post: {
      operationId: 'verifyList',
      summary: 'What is true of each certificate of a list',
      description:
        'Rows of `id[,name][,sha256]`, 500 at most, with commas, semicolons or tabs, with a heading or without. A name and the SHA-256 of a PDF are compared where they are given.',
      requestBody: {
        required: true,
        content: { 'text/csv': { schema: { type: 'string' }, example: 'id,name\nJ58E-5J8J-PRY7-K5S2,\n' } },
      },
      responses: {
        '200': {
          description: 'A verdict on each row, in the order of the list.',
          content: {
            'text/csv': { schema: { type: 'string', description: `Columns: ${listColumns.join(', ')}.` } },
            ...json('ListVerdict'),
          },
        },
        '400': problem('The list is empty, too long, or no table.'),
        ...sending,
      },
    },
  },
  '/api/v1/openapi.json': {
    get: {
      operationId: 'readDocument',
      summary: 'This document',
      responses: {
        '200': {
          description: 'OpenAPI 3.1.',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
        '405': always['405'],
      },
    },
  },
}

/** The API as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1.html). */
export function openApiDocument(publicUrl: string, hub: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: `Certificates of ${hub}`,
      version: '1',
      summary: 'Checks certificates by number, file or list.',
      description:
        'Free, without an account and without a key. Every GET also answers HEAD. About 30 checks and 10 lists a minute from one address; after 10 unknown numbers in a minute, a pause.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: { schemas: namedSchemas() },
  }
}

function namedSchemas(): Record<string, unknown> {
  const { schemas } = z.toJSONSchema(named, { uri: id => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _address, ...schema }]) => [id, schema]),
  )
}
