import { createContext, type ReactNode, useContext } from 'react'
import type { Language } from '#app/platform/language.ts'
import type { Translate } from './translator.ts'

export type I18n = { language: Language; t: Translate }

const I18nContext = createContext<I18n | null>(null)

export function I18nProvider({ value, children }: { value: I18n; children: ReactNode }) {
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>
}

export function useI18n(): I18n {
  const i18n = useContext(I18nContext)
  if (i18n === null) throw new Error('useI18n is called outside of I18nProvider.')
  return i18n
}
