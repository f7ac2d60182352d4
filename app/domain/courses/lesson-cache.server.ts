import type { CompiledLesson } from './compile-lesson.ts'

/** Compiled lessons by folder. An entry is used again as long as everything that went into it is the same. */
export type LessonCache = {
  /** @param key stands for everything that went into the lesson */
  find: (folder: string, key: string) => CompiledLesson | null
  keep: (folder: string, key: string, compiled: CompiledLesson) => void
  /** Called at the end of a load with the folders that are still there: the others are forgotten. */
  settle: (folders: ReadonlySet<string>) => void
}

/** Lasts as long as the process. What was found once is the same object when it is found again. */
export function createLessonCache(): LessonCache {
  const held = new Map<string, { key: string; compiled: CompiledLesson }>()
  return {
    find: (folder, key) => {
      const entry = held.get(folder)
      return entry?.key === key ? entry.compiled : null
    },
    keep: (folder, key, compiled) => void held.set(folder, { key, compiled }),
    settle: folders => {
      for (const folder of held.keys()) if (!folders.has(folder)) held.delete(folder)
    },
  }
}
