import { type Icon, IconCircleCheck, IconCircleX, IconClock, IconDoorExit, IconUserOff } from '@tabler/icons-react'
import type { Mark } from '../../shared/checkIn.ts'
import type { Tone } from '../ui/Tag.tsx'

/** How each mark looks: an icon and a colour beside its word. */
export const markLook: Readonly<Record<Mark, { readonly tone: Tone; readonly icon: Icon }>> = {
  present: { tone: 'ok', icon: IconCircleCheck },
  late: { tone: 'warn', icon: IconClock },
  absent: { tone: 'neutral', icon: IconUserOff },
  notAdmitted: { tone: 'bad', icon: IconCircleX },
  leftEarly: { tone: 'neutral', icon: IconDoorExit },
}
