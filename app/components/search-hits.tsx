import type { ReactNode } from 'react'
import type { SearchHit } from '#app/domain/courses/search/search-results.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { MarkedText } from './marked-text.tsx'
import { PageLink } from './page-link.tsx'
import { searchAddress } from './search-address.ts'
import { searchTrail } from './search-trail.ts'

/** Found pages as ruled rows: the way to it, the place, the words around what was sought. */
export function SearchHits({ hits }: { hits: readonly SearchHit[] }) {
  const { language, t } = useI18n()
  return (
    <ol className="hits">
      {hits.map(hit => {
        const foreign = hit.language === language ? undefined : hit.language
        const place = hit.kind === 'lesson' && hit.heading.text !== '' ? hit.heading : hit.title
        const notes = [
          ...(foreign ? [t(`search.inLanguage.${foreign}`)] : []),
          ...(hit.otherPlaces > 0 ? [t('search.otherPlaces', { count: hit.otherPlaces })] : []),
        ]
        return (
          <li key={searchAddress(hit)}>
            <p className="trail">{searchTrail(hit, t).join(' › ')}</p>
            <h2 lang={foreign}>
              <HitLink hit={hit} foreign={foreign !== undefined}>
                <MarkedText value={place} />
              </HitLink>
            </h2>
            <p lang={foreign}>
              <MarkedText value={hit.snippet} />
            </p>
            {notes.length > 0 && <p className="meta">{notes.join(' · ')}</p>}
          </li>
        )
      })}
    </ol>
  )
}

function HitLink({ hit, foreign, children }: { hit: SearchHit; foreign: boolean; children: ReactNode }) {
  const address = searchAddress(hit)
  if (!foreign) return <PageLink to={address}>{children}</PageLink>
  // A new document: messages and `lang` belong to one language.
  return (
    <a href={address} hrefLang={hit.language}>
      {children}
    </a>
  )
}
