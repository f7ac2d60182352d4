import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export type OtherProcess = {
  /** The next line that the script printed. */
  nextLine(): Promise<string>
  send(line: string): void
  /** Ends it in the middle of whatever it does (SIGKILL), and resolves when it is gone. */
  kill(): Promise<void>
  /** Resolves with everything that was printed and not yet read; rejects when the script failed. */
  ended(): Promise<string[]>
}

/**
 * Runs an ES module, given as text, in a Node process of its own, because locks between two connections of one
 * process prove little. It may import the project's packages and its TypeScript files.
 */
export function startProcess(script: string, ...args: string[]): OtherProcess {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script, ...args],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  )
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const complaints: string[] = []
  child.stderr.on('data', chunk => complaints.push(String(chunk)))
  const closed = once(child, 'close')

  return {
    async nextLine() {
      const line = await lines.next()
      if (line.done) throw new Error(`The other process ended early: ${complaints.join('')}`)
      return line.value
    },
    async kill() {
      child.kill('SIGKILL')
      await closed
    },
    send: line => child.stdin.write(`${line}\n`),
    async ended() {
      const rest: string[] = []
      for (let line = await lines.next(); !line.done; line = await lines.next()) rest.push(line.value)
      const [code] = await closed
      if (code !== 0) throw new Error(`The other process failed: ${complaints.join('')}`)
      return rest
    },
  }
}
