import { createHash } from 'node:crypto'
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia'
import { database } from '#app/platform/db.server.ts'
import type { Role } from './role.ts'

export type UserAttributes = { email: string; name: string; role: Role; language: string; theme: string }

/**
 * Lucia's seven storage methods over our tables. A session's identifier is stored as its SHA-256 only:
 * whoever reads the table cannot sign in with what stands there (OWASP ASVS 5.0, 7.2).
 */
export const sessionAdapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const row = await database().prisma.session.findUnique({
      where: { id: hashOf(sessionId) },
      include: { user: true },
    })
    if (row === null) return [null, null]
    const { user } = row
    const attributes: UserAttributes = {
      email: user.email,
      name: user.name,
      role: user.role as Role,
      language: user.language,
      theme: user.theme,
    }
    const databaseUser: DatabaseUser = { id: user.id, attributes }
    return [{ id: sessionId, userId: row.userId, expiresAt: row.expiresAt, attributes: {} }, databaseUser]
  },
  async getUserSessions(userId) {
    const rows = await database().prisma.session.findMany({
      where: { userId },
      orderBy: [{ expiresAt: 'desc' }, { id: 'asc' }],
    })
    return rows.map(
      (row): DatabaseSession => ({
        id: row.id,
        userId: row.userId,
        expiresAt: row.expiresAt,
        attributes: {},
      }),
    )
  },
  async setSession(session) {
    const { userId, expiresAt } = session
    await database().prisma.session.create({ data: { id: hashOf(session.id), userId, expiresAt } })
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await database().prisma.session.updateMany({ where: { id: hashOf(sessionId) }, data: { expiresAt } })
  },
  async deleteSession(sessionId) {
    await database().prisma.session.deleteMany({ where: { id: hashOf(sessionId) } })
  },
  async deleteUserSessions(userId) {
    await database().prisma.session.deleteMany({ where: { userId } })
  },
  async deleteExpiredSessions() {
    await database().prisma.session.deleteMany({ where: { expiresAt: { lte: new Date() } } })
  },
}

export function hashOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}
