import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { closeOverdueExams } from '#app/domain/learning/exam/close-exam.server.ts'
import { log } from '#app/platform/log.server.ts'
import { everyMinute } from './every-minute.ts'

/**
 * Closes, now and every minute, the exams whose time is over and whose browser is gone. Every process does it: what
 * one has closed, another finds closed. Returns what stops it.
 */
export function startExamSweep(): () => Promise<void> {
  return everyMinute(sweep)
}

async function sweep(): Promise<void> {
  try {
    const closed = await closeOverdueExams(catalogue())
    if (closed > 0) log().info({ closed }, 'exams closed by the clock')
  } catch (error) {
    // The database may be away for a while; the next round finds what this one left.
    log().error({ err: error }, 'exams could not be looked through')
  }
}
