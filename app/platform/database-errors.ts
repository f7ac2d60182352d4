/** The database cannot be opened. The message is one sentence that names the variable and says what to do. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'

  constructor(reason: string) {
    super(reason)
    // The reader is whoever starts the server, and the sentence is all that they need.
    this.stack = `${this.name}: ${reason}`
  }
}

/**
 * A row with the same unique key is there already: the race was lost, or the request is a repeated one.
 * Codes: https://www.prisma.io/docs/orm/reference/error-reference, the same for both engines.
 */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === 'P2002' || driverErrorKind(error) === 'UniqueConstraintViolation'
}

/** The one row that an operation was to change is not there, or is no longer as the operation asked for. */
export function isMissingRow(error: unknown): boolean {
  return codeOf(error) === 'P2025'
}

// P1008 time-out (SQLite's lock), P2024 no free connection, P2034 write conflict or deadlock, P2037 too many
// connections. P2028 covers every trouble with transactions, so that the sentence has to tell.
const busyCodes = new Set(['P1008', 'P2024', 'P2034', 'P2037'])
const busyKinds = new Set(['SocketTimeout', 'TransactionWriteConflict', 'TooManyConnections'])

/** Others keep the database busy: nothing was written, and the same operation may work a little later. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error)
  if (code === undefined) return false
  if (code === 'P2028') return /unable to start a transaction/i.test(messageOf(error))
  return busyCodes.has(code) || busyKinds.has(driverErrorKind(error) ?? '')
}

function codeOf(error: unknown): string | undefined {
  return stringAt(error, 'code')
}

function messageOf(error: unknown): string {
  return stringAt(error, 'message') ?? ''
}

/** What the driver reported below Prisma's code: raw queries carry one code for every failure. */
function driverErrorKind(error: unknown): string | undefined {
  return stringAt(property(property(property(error, 'meta'), 'driverAdapterError'), 'cause'), 'kind')
}

function stringAt(value: unknown, name: string): string | undefined {
  const found = property(value, name)
  return typeof found === 'string' ? found : undefined
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
