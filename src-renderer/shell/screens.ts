import type { Icon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Role } from '../../shared/operator.ts'
import type { Tools } from '../tools.ts'

/** One entry of the left rail. A feature exports its own from `screen.tsx` and is found there: no list names it. */
export interface Screen {
  readonly id: string
  /** Place in the rail, from top to bottom. */
  readonly order: number
  readonly icon: Icon
  readonly roles: readonly Role[]
  /** A hook: the word in the rail, in the language of the moment. */
  readonly useLabel: () => string
  /** Builds the screen's stores, once a sign-in, and returns what shows them. */
  readonly open: (tools: Tools) => OpenScreen
}

interface OpenScreen {
  readonly Content: ComponentType
  /** Turns the screen to the changes that somebody must look at again; only the screen that lists them can. */
  readonly toReview?: () => void
}

const found: Record<string, Screen> = import.meta.glob('../*/screen.tsx', { eager: true, import: 'screen' })

export const screens: readonly Screen[] = Object.values(found).toSorted((a, b) => a.order - b.order)
