import { Form, useNavigation } from '@remix-run/react'
import type { Sitting } from '#app/domain/learning/exam/open-sitting.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { PageLink } from './page-link.tsx'

/** The last look before the hand-in: what is open, what was to be looked at again, and the button that ends it. */
export function ExamHandIn({ sitting, courseId }: { sitting: Sitting; courseId: string }) {
  const { language, t } = useI18n()
  const busy = useNavigation().formData?.get('intent') === 'hand-in'
  const { states, number } = sitting
  const placesWhere = (test: (state: Sitting['states'][number]) => boolean) =>
    states.flatMap((state, index) => (test(state) ? [index + 1] : []))
  const open = placesWhere(state => !state.answered)
  const flagged = placesWhere(state => state.flagged)
  const links = (places: number[]) => (
    <ul className="exam-places">
      {places.map(place => (
        <li key={place}>
          <PageLink to={paths.examAttempt(language, courseId, number, place)}>
            {t('exam.question', { place })}
          </PageLink>
        </li>
      ))}
    </ul>
  )
  return (
    <div className="quiz hand-in">
      {open.length === 0 ? (
        <p>{t('exam.handIn.all')}</p>
      ) : (
        <>
          <p>
            <strong>{t('exam.handIn.left', { count: open.length })}</strong> {t('exam.handIn.leftSays')}
          </p>
          {links(open)}
        </>
      )}
      {flagged.length > 0 && (
        <>
          <p>{t('exam.handIn.flagged')}</p>
          {links(flagged)}
        </>
      )}
      <Form method="post" action={paths.examAttempt(language, courseId, number)} replace>
        <input type="hidden" name="intent" value="hand-in" />
        <p>{t('exam.handIn.final')}</p>
        <div className="quiz-foot">
          <button className="button" type="submit" aria-disabled={busy}>
            {t('exam.handIn.now')}
          </button>
          <PageLink to={paths.examAttempt(language, courseId, number, states.length)}>
            {t('exam.handIn.back')}
          </PageLink>
        </div>
      </Form>
    </div>
  )
}
