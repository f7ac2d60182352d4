import { describe, expect, it } from 'vitest'
import { createEnvironment } from '#app/markdown/environment.ts'
import { markdownLabels } from '#app/markdown/labels.ts'
import { parseMarkdown } from '#app/markdown/renderer.ts'
import { outermostBlocks } from '#app/markdown/token-ranges.ts'
import { sectionsOfLesson } from './lesson-sections.ts'

function sections(markdown: string) {
  const environment = createEnvironment({
    labels: markdownLabels.en,
    resolveImage: () => ({ ok: true, src: '/plan.svg', width: 4, height: 3 }),
    resolveLink: address => ({ ok: true, href: address }),
  })
  return sectionsOfLesson(outermostBlocks(parseMarkdown(markdown, environment)))
}

describe('the words of a lesson', () => {
  it('are parted by headings, those before the first one included', () => {
    expect(sections('Before\n\n## One $x^2$\n\nText[^a]\n\n### Two\n\nMore\n\n[^a]: Note')).toEqual([
      { id: null, heading: '', text: 'Before' },
      { id: 'h-one-x-2', heading: 'One x^2', text: 'Text' },
      { id: 'h-two', heading: 'Two', text: 'More\nNote' },
    ])
  })

  it('stand in tables, code, captions, definitions and diagrams too', () => {
    const text = [
      '| A | B |\n|---|---|\n| 1 | 2 |',
      '```bash title="Key"\nls -l\n```',
      '![Plan](plan.svg "Caption")',
      'Term\n: Meaning',
      '```dot alt="What it shows" title="Name"\ndigraph { a -> b }\n```',
      ':::: tabs\n::: tab One\nFirst\n:::\n::: tab Two\nSecond\n:::\n::::',
    ].join('\n\n')
    expect(sections(text)[0]?.text.split('\n')).toEqual(
      'A B 1 2 ls·-l Plan Caption Term Meaning What·it·shows Name First Second'
        .split(' ')
        .map(word => word.replaceAll('·', ' ')),
    )
  })

  it('leave out what not everybody sees, or not at once', () => {
    const text = [
      '::: quiz {#q}\nSecret?\n\n**Answer:** 5\n:::',
      '::: trainer\nSecret\n:::',
      ':::: exercise {#a}\nOpen\n\n::: hint\nSecret\n:::\n\n::: solution\nSecret\n:::\n::::',
    ].join('\n\n')
    expect(sections(text)).toEqual([{ id: null, heading: '', text: 'Open' }])
  })
})
