import { useI18n } from '#app/i18n/i18n-context.tsx'
import { CrossIcon, DoneIcon } from './icon.tsx'

/** Says of one part of an answer whether it is right. Nothing while that is not known. */
export function PartMark({ right, id }: { right: boolean | null; id?: string }) {
  const { t } = useI18n()
  if (right === null) return null
  return (
    <span className="part-mark" id={id}>
      {right ? <DoneIcon /> : <CrossIcon />}
      {right ? t('question.part.right') : t('question.part.wrong')}
    </span>
  )
}

export function classOfPart(name: string, right: boolean | null): string {
  return right === null ? name : `${name} ${right ? 'right' : 'wrong'}`
}
