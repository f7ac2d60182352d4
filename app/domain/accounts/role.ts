export const roles = ['learner', 'trainer', 'admin'] as const
export type Role = (typeof roles)[number]
