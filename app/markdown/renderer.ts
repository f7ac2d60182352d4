import MarkdownIt, { type Token } from 'markdown-it'
import definitionLists from 'markdown-it-deflist'
import { blanks } from './blanks.ts'
import { callouts } from './callouts.ts'
import { codeBlocks } from './code-blocks.ts'
import { containers } from './containers.ts'
import { diagramFences } from './diagrams.ts'
import { createEnvironment, type MarkdownEnvironment } from './environment.ts'
import { exercises } from './exercises.ts'
import { figures } from './figures.ts'
import { footnotes } from './footnotes.ts'
import { glossaryTerms } from './glossary-terms.ts'
import { headings } from './headings.ts'
import { images } from './images.ts'
import { markdownLabels } from './labels.ts'
import { links } from './links.ts'
import { math } from './math.ts'
import { maxNesting, nestingLimit } from './nesting-limit.ts'
import { sourcePositions } from './source-positions.ts'
import { tables } from './tables.ts'
import { tabGroups } from './tabs.ts'
import { taskLists } from './task-lists.ts'
import { textLimits } from './text-limits.ts'
import { trainerNotes } from './trainer-notes.ts'

/** The dialect of the lessons: CommonMark and tables, and one rule per line. Raw HTML is off. */
const renderer = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting })
  .use(sourcePositions)
  .use(textLimits)
  .use(nestingLimit)
  .use(blanks)
  .use(math)
  .use(containers)
  .use(trainerNotes)
  .use(exercises)
  .use(tabGroups)
  .use(definitionLists)
  .use(footnotes)
  .use(taskLists)
  .use(callouts)
  .use(codeBlocks)
  .use(diagramFences)
  .use(tables)
  .use(images)
  .use(figures)
  .use(headings)
  .use(links)
  .use(glossaryTerms)

/** Raised whenever the same source would give other HTML. */
export const rendererVersion = 4

/** Reads Markdown into tokens; what should be mended is collected in `environment.problems`. */
export function parseMarkdown(source: string, environment: MarkdownEnvironment): Token[] {
  return renderer.parse(source, environment)
}

/** HTML of tokens that `parseMarkdown` gave for the same environment. Safe to put on a page. */
export function renderTokens(tokens: Token[], environment: MarkdownEnvironment): string {
  return renderer.renderer.render(tokens, renderer.options, environment).trim()
}

/** HTML of the children of one inline token, without a paragraph around it. */
export function renderInlineTokens(children: Token[], environment: MarkdownEnvironment): string {
  return renderer.renderer.renderInline(children, renderer.options, environment).trim()
}

/** The words of inline tokens, without their markup. */
export function textOfInlineTokens(children: Token[]): string {
  return renderer.renderer.renderInlineAsText(children, renderer.options, undefined)
}

/** The words of one line of Markdown: `` `ls -l` `` gives "ls -l". */
export function plainText(line: string): string {
  // Most answers are plain words, and reading them as Markdown takes longer than anything else in a question.
  if (/^[\p{L}\p{N} ,.]*$/u.test(line)) return line
  const refused = { ok: false, code: '', message: '', remedy: '' } as const
  const environment = createEnvironment({
    labels: markdownLabels.en,
    resolveImage: () => refused,
    resolveLink: () => refused,
  })
  const [inline] = renderer.parseInline(line, environment)
  return textOfInlineTokens(inline?.children ?? [])
}
