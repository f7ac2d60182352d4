import { hashPassword } from '#app/domain/accounts/password.server.ts'
import type { Role } from '#app/domain/accounts/role.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'

/** The accounts of the demo hub. They exist in demo mode only. */
export const demoPassword = 'zagore-demo-2026'

const people: { id: string; email: string; name: string; role: Role }[] = [
  { id: 'demo-learner', email: 'learner@example.org', name: 'Амина Примерова', role: 'learner' },
  { id: 'demo-trainer', email: 'trainer@example.org', name: 'Томас Примеров', role: 'trainer' },
  { id: 'demo-admin', email: 'admin@example.org', name: 'Дежурен Примеров', role: 'admin' },
]

/** Whether this database was a demo's: its accounts have a password that everybody knows. */
export async function holdsDemoAccounts(): Promise<boolean> {
  return (await database().prisma.user.count({ where: { id: { in: people.map(person => person.id) } } })) > 0
}

/** Adds the demo accounts that are missing; safe to run at every start and by two processes at once. */
export async function seedDemo(): Promise<void> {
  const { prisma } = database()
  const found = await prisma.user.findMany({
    where: { id: { in: people.map(p => p.id) } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const missing = people.filter(person => !found.some(row => row.id === person.id))
  for (const person of missing) {
    const data = { ...person, passwordHash: await hashPassword(demoPassword), createdAt: now() }
    // The update is not empty, so that this is one statement on PostgreSQL too: see `enrolment`.
    await prisma.user.upsert({
      where: { email: person.email },
      create: data,
      update: { email: person.email },
    })
  }
}
