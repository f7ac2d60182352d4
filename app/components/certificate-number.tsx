import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { CopyButton } from './copy-button.tsx'

/** The number as it is printed, and a way to take it along. */
export function CertificateNumber({ id }: { id: string }) {
  const { t } = useI18n()
  const number = formatIdentifier(id)
  return (
    <>
      <span className="identifier">{number}</span>{' '}
      <CopyButton text={number} label={t('certificates.copyNumber')} of={number} />
    </>
  )
}
