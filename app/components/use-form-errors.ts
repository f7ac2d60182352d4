import { useI18n } from '#app/i18n/i18n-context.tsx'
import type { MessageKey, MessageValues } from '#app/i18n/translator.ts'

/** Errors of a posted form in the visitor's words; actions send them as message keys. */
export function useFormErrors(
  errors: Record<string, string> | undefined,
  values: MessageValues = {},
): Record<string, string> | undefined {
  const { t } = useI18n()
  if (errors === undefined) return undefined
  // A key that is no message throws in the translator, and the form tests walk them all.
  return Object.fromEntries(
    Object.entries(errors).map(([field, key]) => [field, t(key as MessageKey, values)]),
  )
}
