import { readFileSync } from 'node:fs'

/** Linux counts the time of processes in hundredths of a second for user space: proc(5), sysconf(_SC_CLK_TCK). */
const TICK_MS = 10

/** Resident memory of a process in MiB, from /proc; null where the system has none. */
export function readRss(pid: number): number | null {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readProc(pid, 'status') ?? '')?.[1]
  return kib === undefined ? null : Math.round(Number(kib) / 102.4) / 10
}

/** Processor time that a process has used, in milliseconds, all its threads included; null without /proc. */
export function readCpu(pid: number): number | null {
  // The command's name stands in brackets and may hold spaces; utime and stime are the 14th and 15th fields.
  const fields = readProc(pid, 'stat')
    ?.replace(/^.*\) /s, '')
    .split(' ')
  if (fields === undefined) return null
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}
