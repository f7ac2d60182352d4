import { describe, expect, it } from 'vitest'
import { codeLanguages, highlightCode } from './highlighting.ts'

describe('highlightCode', () => {
  it.each(codeLanguages)('knows %s and escapes its code', language => {
    expect(highlightCode('<b> & "x"', language)?.replace(/<\/?span[^>]*>/g, '')).toMatch(
      /&lt;b&gt; &amp; &quot;x&quot;/,
    )
  })

  it('uses no class but its own', () => {
    const html = highlightCode('class A extends B { run() { return `<a>` } }', 'javascript') ?? ''
    const classes = [...html.matchAll(/class="([^"]*)"/g)].flatMap(match => match[1]?.split(' ') ?? [])
    expect(classes.length).toBeGreaterThan(3)
    expect(classes.filter(name => !name.startsWith('hljs-'))).toEqual([])
  })

  it('leaves an unknown language to the caller', () => {
    expect(highlightCode('x', 'cobol')).toBeNull()
  })
})
