declare module 'markdown-it-deflist' {
  import type { MarkdownIt } from 'markdown-it'

  /** The package brings no types. */
  export default function definitionLists(md: MarkdownIt): void
}
