/** Words that YAML does not take for text. */
const meaning = /^(?:true|false|null|yes|no|on|off|y|n)$/i

/** Whether YAML reads this text as itself without quotes, beyond all doubt; false where there is any. */
export function isPlainText(text: string): boolean {
  return /^\p{L}[\p{L}\p{M}\p{N} ,.;!?()„“”’…–—/%+-]*(?<! )$/u.test(text) && !meaning.test(text)
}

/**
 * Reads YAML that is as simple as most descriptions of lessons: one field on a line, with plain text, a list of ids or
 * whole numbers by name. null for everything else, which the real parser reads, twenty times as slowly.
 */
export function readPlainFields(yaml: string): Record<string, unknown> | null {
  const fields: Record<string, unknown> = {}
  for (const line of yaml.split('\n')) {
    if (line === '') continue
    const [, name = '', written = ''] = /^([a-z]+): (\S.*)$/.exec(line) ?? []
    const value = readPlainValue(written)
    if (value === null || meaning.test(name) || Object.hasOwn(fields, name)) return null
    fields[name] = value
  }
  return fields
}

function readPlainValue(written: string): string | string[] | Record<string, number> | null {
  if (isPlainText(written) || /^[a-z]{2}@[0-9a-f]+$/.test(written)) return written
  const list = /^\[([A-Za-z0-9, -]+)\]$/.exec(written)?.[1]?.split(', ')
  if (list?.every(item => /^[A-Za-z][A-Za-z0-9-]*$/.test(item) && !meaning.test(item))) return list
  const pairs = /^\{ (.+) \}$/.exec(written)?.[1]?.split(', ') ?? []
  const numbers = pairs.map(pair => /^([a-z]+): (0|[1-9]\d{0,5})$/.exec(pair))
  const names = new Set(numbers.map(match => match?.[1]))
  if (numbers.length === 0 || numbers.includes(null) || names.size < numbers.length) return null
  return Object.fromEntries(numbers.map(match => [match?.[1] ?? '', Number(match?.[2])]))
}
