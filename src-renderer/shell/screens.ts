import type { Icon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Role } from '../../shared/operator.ts'
import type { Tools } from '../tools.ts'
import type { ScreenName, TargetOf } from './going.ts'

/**
 * One entry of the left rail. A feature exports its own from `screen.tsx` and is found there: no list names it.
 *
 * A screen is opened from elsewhere by `tools.going.go({ screen, … })` with a `Target` (`going.ts`): what can be asked of
 * a screen is stated there, and arrives in its `show`. Declared as `Screen<'sessions'>`, `show` gets that screen's own.
 */
export interface Screen<N extends ScreenName = ScreenName> {
  readonly id: N
  /** Place in the rail, from top to bottom; each hundred begins a section: the work, the exchange, the settings. */
  readonly order: number
  readonly icon: Icon
  readonly roles: readonly Role[]
  /** A hook: the word in the rail, in the language of the moment. */
  readonly useLabel: () => string
  /** Builds the screen's stores, once a sign-in, and returns what shows them. */
  readonly open: (tools: Tools) => OpenScreen<N>
}

interface OpenScreen<N extends ScreenName> {
  readonly Content: ComponentType
  /** A hook: how many things wait on the screen, beside its word in the rail; nothing for 0. */
  readonly useCount?: () => number
  /** Turns the screen to what is asked, whether it stands on the screen or not; the operator comes right after. */
  show?(target: TargetOf<N>): void
}

const found: Record<string, Screen> = import.meta.glob('../*/screen.tsx', { eager: true, import: 'screen' })

export const screens: readonly Screen[] = Object.values(found).toSorted((a, b) => a.order - b.order)
