import {
  type Icon,
  IconAlertTriangle,
  IconCheck,
  IconClockUp,
  IconHourglass,
  IconMailForward,
  IconX,
} from '@tabler/icons-react'
import type { MergeRequestRow } from '../../shared/calls/duplicate.ts'
import type { MergeRequest } from '../../shared/duplicate.ts'
import type { Tone } from '../ui/Tag.tsx'

interface Look {
  readonly tone: Tone
  readonly icon: Icon
}

/** What was noted here and has not reached Certassur. */
export const unsentLook: Look = { tone: 'neutral', icon: IconClockUp }

export const requestLook: Readonly<Record<MergeRequest['status'], Look>> = {
  asked: { tone: 'hold', icon: IconMailForward },
  inTreatment: { tone: 'hold', icon: IconHourglass },
  done: { tone: 'ok', icon: IconCheck },
  refused: { tone: 'bad', icon: IconAlertTriangle },
  withdrawn: { tone: 'neutral', icon: IconX },
}

/** Certassur has not said its last word: it is not asked again. */
export const isOpen = (request: MergeRequest | null): request is MergeRequest =>
  request !== null && (request.status === 'asked' || request.status === 'inTreatment')

export const mayWithdraw = ({ request }: MergeRequestRow): boolean => request.status === 'asked'
