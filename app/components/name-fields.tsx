import { type FormEvent, useRef } from 'react'
import { longestName } from '#app/domain/certificates/learner-name.ts'
import { transliterateName } from '#app/domain/certificates/transliteration.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { Field } from './field.tsx'

type NameFieldsProps = {
  name: string
  nameLatin: string
  errors: Record<string, string> | undefined
}

/**
 * The name for a certificate, in Bulgarian and in Latin letters. The second follows the first while one types, until
 * it is something else than its transliteration: then the learner wrote it, and it is left alone.
 */
export function NameFields({ name, nameLatin, errors }: NameFieldsProps) {
  const { t } = useI18n()
  const before = useRef(name)
  function follow({ currentTarget }: FormEvent<HTMLInputElement>) {
    const latin = currentTarget.form?.elements.namedItem('nameLatin')
    const followed = transliterateName(before.current)
    before.current = currentTarget.value
    if (latin instanceof HTMLInputElement && latin.value.trim() === followed.trim())
      latin.value = transliterateName(currentTarget.value)
  }
  return (
    <>
      <Field
        name="name"
        label={t('claim.name')}
        hint={t('claim.nameHint')}
        autoComplete="name"
        required
        maxLength={longestName}
        defaultValue={name}
        error={errors?.name}
        onInput={follow}
      />
      <Field
        name="nameLatin"
        label={t('claim.nameLatin')}
        hint={t('claim.nameLatinHint')}
        required
        maxLength={longestName}
        defaultValue={nameLatin}
        error={errors?.nameLatin}
      />
    </>
  )
}
