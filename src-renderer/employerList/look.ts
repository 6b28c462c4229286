import {
  IconAlertTriangle,
  IconCircleCheck,
  IconFileOff,
  IconUserCheck,
  IconUserMinus,
  IconUserPlus,
  IconUserQuestion,
} from '@tabler/icons-react'
import type { ListRow } from '../../shared/calls/employerList.ts'

export const verdictLook = {
  known: { tone: 'ok', icon: IconUserCheck },
  probable: { tone: 'hold', icon: IconUserQuestion },
  new: { tone: 'neutral', icon: IconUserPlus },
  refused: { tone: 'bad', icon: IconAlertTriangle },
  gone: { tone: 'neutral', icon: IconUserMinus },
} as const

export const decisionLook = {
  take: { tone: 'ok', icon: IconCircleCheck },
  create: { tone: 'ok', icon: IconUserPlus },
  leaveOut: { tone: 'neutral', icon: IconFileOff },
} as const

/** A word for what is decided of a line; null for somebody who is no line of this list. */
export function decisionOf({ verdict, decision }: ListRow): 'take' | 'create' | 'leaveOut' | 'none' | 'refused' | null {
  if (verdict === 'gone') return null
  if (verdict === 'refused') return 'refused'
  return decision?.kind ?? 'none'
}
