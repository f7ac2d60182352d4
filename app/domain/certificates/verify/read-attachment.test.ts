import PDFDocument from 'pdfkit'
import { expect, test } from 'vitest'
import { readAttachment } from './read-attachment.ts'
import { isEncrypted, isTruncated, kindOf, numberIn } from './sniff-file.ts'

type Making = { attach?: string | Buffer; compress?: boolean; title?: string; userPassword?: string }

function pdf({ attach, compress = true, title = 'Sample', userPassword }: Making): Promise<Uint8Array> {
  return new Promise(resolve => {
    const document = new PDFDocument({ compress, info: { Title: title }, userPassword, pdfVersion: '1.7' })
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    if (attach !== undefined) document.file(Buffer.from(attach), { name: 'credential.json' })
    document.end()
  })
}

const text = JSON.stringify({ name: 'Йоана <Щъркелова> & Ко' })

test.each([true, false])('the attached text is read to the letter (compressed: %s)', async compress => {
  expect(await readAttachment(await pdf({ attach: text, compress }))).toBe(text)
})

test('a PDF without an attachment has none', async () => {
  expect(await readAttachment(await pdf({}))).toBeNull()
})

test('an attachment that is no JSON, or no text, is none of ours', async () => {
  expect(await readAttachment(await pdf({ attach: 'Hello' }))).toBeNull()
  expect(await readAttachment(await pdf({ attach: Buffer.from([0xff, 0xfe, 0x7b]) }))).toBeNull()
})

test('an attachment that unpacks to more than any credential has is left alone', async () => {
  const bomb = `{"a":"${' '.repeat(50_000_000)}"}`
  const file = await pdf({ attach: bomb })
  expect(file.length).toBeLessThan(2_000_000)
  const before = process.memoryUsage().arrayBuffers
  expect(await readAttachment(file)).toBeNull()
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
})

test.each([
  ['no stream follows', '%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile >>\nendobj'],
  ['the length points elsewhere', '1 0 obj\n<< /Type /EmbeddedFile /Length 7 0 R >>\nstream\n{}\nendstream'],
  [
    'the length is beyond the end',
    '1 0 obj << /Type /EmbeddedFile /Length 99999999 /Filter /FlateDecode >>\nstream\n{}',
  ],
  [
    'the data are not deflated',
    '1 0 obj << /Type /EmbeddedFile /Length 2 /Filter /FlateDecode >>\nstream\n{}',
  ],
  ['nothing else is there', '/EmbeddedFile'.repeat(1000)],
])('a made-up attachment is none when %s', async (_, made) => {
  expect(await readAttachment(new TextEncoder().encode(made))).toBeNull()
})

const bytes = (made: string) => new TextEncoder().encode(made)

test('a file is what its first bytes say, whatever it is called', async () => {
  expect(kindOf(await pdf({}))).toBe('pdf')
  expect(kindOf(bytes('\n\n%PDF-1.4'))).toBe('pdf')
  expect(kindOf(bytes('\ufeff  {"id":1}'))).toBe('credential')
  expect(kindOf(bytes('\u0089PNG\r\n\u001a\n'))).toBeNull()
  expect(kindOf(bytes(''))).toBeNull()
  expect(kindOf(bytes('[{}]'))).toBeNull()
})

test('an encrypted PDF and one that broke off are told from a whole one', async () => {
  const whole = await pdf({})
  expect([isEncrypted(whole), isTruncated(whole)]).toEqual([false, false])
  expect(isEncrypted(await pdf({ userPassword: 'secret' }))).toBe(true)
  expect(isTruncated(whole.subarray(0, -20))).toBe(true)
})

test('a number in plain sight is found, one with a wrong check symbol is passed over', async () => {
  expect(numberIn(bytes('No. J58E-5J8J-PRY7-K5S2'))).toBe('J58E5J8JPRY7K5S2')
  expect(numberIn(bytes('J58E-5J8J-PRY7-K5S3, then J58E-5J8J-PRY7-K5S2'))).toBe('J58E5J8JPRY7K5S2')
  expect(numberIn(bytes('(HTTPS://ACADEMY.EXAMPLE.ORG/V/J58E5J8JPRY7K5S2)'))).toBe('J58E5J8JPRY7K5S2')
  expect(numberIn(bytes('nothing here'))).toBeNull()
  expect(numberIn(bytes('AAAA-AAAA-AAAA-AAAA '.repeat(100_000)))).toBeNull()
})
