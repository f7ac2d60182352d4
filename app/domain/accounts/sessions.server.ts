import { Lucia, TimeSpan } from 'lucia'
import { env } from '#app/platform/env.server.ts'
import { sessionAdapter, type UserAttributes } from './session-adapter.server.ts'

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof createLucia>
    DatabaseUserAttributes: UserAttributes
  }
}

function createLucia() {
  // The __Host- prefix binds the cookie to this host and to https; a demo on plain http cannot have it.
  const https = env().publicUrl?.startsWith('https://') ?? false
  return new Lucia(sessionAdapter, {
    sessionExpiresIn: new TimeSpan(env().sessionDays, 'd'),
    sessionCookie: {
      name: https ? '__Host-session' : 'session',
      attributes: { secure: https, sameSite: 'lax', path: '/' },
    },
    getUserAttributes: attributes => attributes,
  })
}

let lucia: ReturnType<typeof createLucia> | null = null

function sessions(): ReturnType<typeof createLucia> {
  lucia ??= createLucia()
  return lucia
}

export type SignedIn = { id: string } & UserAttributes

export type SessionReading = { user: SignedIn | null; setCookie: string | null }

/** Who sends this Cookie header. `setCookie` renews a session past half of its time, or clears a dead one. */
export async function readSession(cookieHeader: string | null): Promise<SessionReading> {
  const sessionId = sessions().readSessionCookie(cookieHeader ?? '')
  if (sessionId === null) return { user: null, setCookie: null }
  const { session, user } = await sessions().validateSession(sessionId)
  if (session === null) return { user: null, setCookie: sessions().createBlankSessionCookie().serialize() }
  const setCookie = session.fresh ? sessions().createSessionCookie(sessionId).serialize() : null
  return { user, setCookie }
}

/**
 * Begins a new session and ends the one that the browser held, so that an identifier planted
 * before sign-in is worth nothing after it. Returns the Set-Cookie header.
 */
export async function beginSession(userId: string, cookieHeader: string | null): Promise<string> {
  await endSession(cookieHeader)
  const session = await sessions().createSession(userId, {})
  return sessions().createSessionCookie(session.id).serialize()
}

/** Removes sessions whose time is over: they open nothing any more. */
export async function endOldSessions(): Promise<void> {
  await sessions().deleteExpiredSessions()
}

/** Ends the session that the browser holds. Returns the Set-Cookie header that forgets it. */
export async function endSession(cookieHeader: string | null): Promise<string> {
  const sessionId = sessions().readSessionCookie(cookieHeader ?? '')
  if (sessionId !== null) await sessions().invalidateSession(sessionId)
  return sessions().createBlankSessionCookie().serialize()
}
