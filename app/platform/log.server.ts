import { type Logger, pino } from 'pino'

const held = globalThis as { zagoreLog?: Logger }

/** JSON lines on standard output. pino escapes line breaks, so nobody can forge a line. */
export function startLog(level: string): Logger {
  held.zagoreLog = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
    // Never a secret in a log, wherever an object that holds one is passed.
    redact: {
      paths: ['password', '*.password', 'cookie', '*.cookie', 'headers.cookie', 'authorization'],
      censor: '[hidden]',
    },
  })
  return held.zagoreLog
}

export function log(): Logger {
  return held.zagoreLog ?? startLog('info')
}
