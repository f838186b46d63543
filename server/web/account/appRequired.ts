import { isDemonstration } from '../../db/demonstration'
import type { Services } from '../../services'

/** Whether everybody must have an app for one-time codes here; a demonstration never asks for it. */
export const isAppRequired = async ({ db, codes }: Pick<Services, 'db' | 'codes'>): Promise<boolean> =>
  codes.required && !(await isDemonstration(db))
