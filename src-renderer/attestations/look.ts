import { type Icon, IconAlertTriangle, IconCheck, IconClock, IconPrinter, IconReplace } from '@tabler/icons-react'
import type { AttestationState } from '../../shared/calls/document.ts'
import type { Tone } from '../ui/Tag.tsx'

export const stateLook: Readonly<Record<AttestationState, { readonly tone: Tone; readonly icon: Icon }>> = {
  ready: { tone: 'ok', icon: IconPrinter },
  printed: { tone: 'neutral', icon: IconCheck },
  awaited: { tone: 'neutral', icon: IconClock },
  late: { tone: 'bad', icon: IconAlertTriangle },
  replaced: { tone: 'neutral', icon: IconReplace },
}

/** There is a released attestation to put on paper. */
export const printable = (state: AttestationState): boolean => state === 'ready' || state === 'printed'
