/** Who looks: the role of a signed-in person, and whether this is a demonstration academy. */
export type Viewer = { role: 'learner' | 'trainer' | 'admin' | null; demo: boolean }

export type Status = 'published' | 'draft' | 'retired' | 'demo'

/**
 * Whether somebody may see what has this status. Drafts and retired things are shown to nobody; a demonstration is
 * shown to those who teach, and to everybody in a demonstration academy.
 */
export function canSee(status: Status, viewer: Viewer): boolean {
  switch (status) {
    case 'published':
      return true
    case 'demo':
      return viewer.demo || viewer.role === 'trainer' || viewer.role === 'admin'
    case 'draft':
    case 'retired':
      return false
  }
}
