import hljs from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import diff from 'highlight.js/lib/languages/diff'
import ini from 'highlight.js/lib/languages/ini'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import plaintext from 'highlight.js/lib/languages/plaintext'
import python from 'highlight.js/lib/languages/python'
import shell from 'highlight.js/lib/languages/shell'
import sql from 'highlight.js/lib/languages/sql'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'

const grammars = { bash, diff, ini, javascript, json, python, shell, sql, xml, yaml, text: plaintext }

for (const [name, grammar] of Object.entries(grammars)) hljs.registerLanguage(name, grammar)
hljs.registerAliases(['csv', 'plain', 'plaintext', 'txt'], { languageName: 'text' })

/** What an author may write after a code fence, without the aliases. */
export const codeLanguages: readonly string[] = [...Object.keys(grammars), 'csv', 'plain']

export function isCodeLanguage(name: string): boolean {
  return hljs.getLanguage(name) !== undefined
}

/** HTML of a piece of code, or null for a language that is not registered. Marks it with `hljs-*` classes alone. */
export function highlightCode(code: string, language: string): string | null {
  if (!isCodeLanguage(language)) return null
  const html = hljs.highlight(code, { language, ignoreIllegals: true }).value
  // Quotes of the code itself are escaped by then, so only the highlighter's own attributes match.
  return html.replace(/ class="([^"]*)"/g, (_, names: string) => {
    const kept = names.split(' ').filter(name => name.startsWith('hljs-'))
    return kept.length > 0 ? ` class="${kept.join(' ')}"` : ''
  })
}
