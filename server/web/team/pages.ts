import { drawing } from '../draw'
import type { HandOverPage } from './handOverPage'
import type { MemberPage } from './memberPage'
import type { SectionsPage } from './sectionsPage'
import type { TeamPage } from './teamPage'

interface TeamPages {
  'team/team': TeamPage
  'team/member': MemberPage
  'team/sections': SectionsPage
  'team/handOver': HandOverPage
}

export const draw = drawing<TeamPages>()
