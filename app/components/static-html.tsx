import { createContext, useContext } from 'react'

/** HTML made by our renderer, by a key that is unique on the page. */
export type StaticHtmlMap = Record<string, string>

const StaticHtmlContext = createContext<StaticHtmlMap | null>(null)

export const StaticHtmlProvider = StaticHtmlContext.Provider

export function useStaticHtml(): StaticHtmlMap | null {
  return useContext(StaticHtmlContext)
}

/**
 * Shows HTML that comes from the renderer, and sends it once: on a document request the map goes to the
 * server's render only, and the browser reads it back from the document before it hydrates.
 * After a navigation the map comes with the page's data.
 */
export function StaticHtml({ of, as: Tag = 'div', className }: StaticHtmlProps) {
  const map = useContext(StaticHtmlContext)
  return (
    <Tag
      className={className}
      data-html={of}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: map?.[of] ?? '' }}
    />
  )
}

type StaticHtmlProps = { of: string; as?: 'div' | 'span'; className?: string }

/** The map that the server rendered from, read back from the document. */
export function readStaticHtml(root: ParentNode): StaticHtmlMap {
  const map: StaticHtmlMap = {}
  for (const element of root.querySelectorAll<HTMLElement>('[data-html]')) {
    map[element.dataset.html ?? ''] = element.innerHTML
  }
  return map
}
