import type { Language } from '#app/platform/language.ts'
import type bg from './bg.json'

export type Messages = typeof bg

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${Plural}` ? Base : Key
type Leaves<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${WithoutPlural<Key>}`
    : Leaves<Tree[Key], `${Prefix}${Key}.`>
}[keyof Tree & string]

/** A key that does not exist in the messages does not compile. */
export type MessageKey = Leaves<Messages>

export type MessageValues = Record<string, string | number>

export type Translate = (key: MessageKey, values?: MessageValues) => string

type Tree = { [key: string]: string | Tree }

/**
 * A translator of one language for one request, reading messages in the i18next JSON format (v4):
 * nested keys, `{{value}}` interpolation, plural suffixes chosen by `Intl.PluralRules` from `count`.
 * Throws on an unknown key, because that is a bug and not an expected failure.
 */
export function createTranslator(language: Language, messages: Messages): Translate {
  const plurals = new Intl.PluralRules(language)
  return (key, values = {}) => {
    const message =
      (typeof values.count === 'number' && find(messages, `${key}_${plurals.select(values.count)}`)) ||
      find(messages, key)
    if (message === null) throw new Error(`No message ${key} in ${language}.`)
    return message.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}

function find(tree: Tree, key: string): string | null {
  let node: string | Tree | undefined = tree
  for (const part of key.split('.')) {
    if (typeof node !== 'object') return null
    node = node[part]
  }
  return typeof node === 'string' ? node : null
}
