/** The languages that the product speaks, the first one being the default. */
export const languages = ['bg', 'en'] as const

export type Language = (typeof languages)[number]

/** One text in every language. */
export type Localized = Record<Language, string>

export function isLanguage(value: unknown): value is Language {
  return value === 'bg' || value === 'en'
}

export function otherLanguage(language: Language): Language {
  return language === 'bg' ? 'en' : 'bg'
}

/** The language that the first part of a path names, or null. */
export function languageOfPath(pathname: string): Language | null {
  const first = pathname.split('/')[1]?.replace(/\.data$/, '')
  return isLanguage(first) ? first : null
}

/** The best of our languages for an `Accept-Language` header; Bulgarian when it names none of them. */
export function languageForBrowser(acceptLanguage: string | null): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = Number(
        parameters
          .find(p => p.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      )
      return {
        tag: tag.trim().toLowerCase().split('-')[0],
        quality: Number.isFinite(quality) ? quality : 0,
        position,
      }
    })
    .filter(choice => choice.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position)
  return wanted.map(choice => choice.tag).find(isLanguage) ?? 'bg'
}
