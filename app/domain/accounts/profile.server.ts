import { database } from '#app/platform/db.server.ts'
import type { Language } from '#app/platform/language.ts'
import type { Theme } from '#app/platform/theme.ts'

export type Profile = { name: string; language: Language; theme: Theme }

export async function saveProfile(userId: string, profile: Profile): Promise<void> {
  await database().prisma.user.update({ where: { id: userId }, data: profile })
}

export async function saveTheme(userId: string, theme: Theme): Promise<void> {
  await database().prisma.user.update({ where: { id: userId }, data: { theme } })
}
