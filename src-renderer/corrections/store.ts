import { createContext, use } from 'react'
import type { CorrectionRow } from '../../shared/calls/correction.ts'
import type { Correction, CorrectionDecision } from '../../shared/correction.ts'
import type { Desk } from '../desk.ts'
import { createDecisions, type Decisions } from '../duplicates/decisions.ts'
import { createWholeList, openIn, type WholeList } from '../ui/wholeList.ts'

/** What candidates asked their centre to correct, and what is answered. */
export interface Corrections {
  readonly list: WholeList<CorrectionRow>
  readonly decisions: Decisions
  /** Opens what this person asked for, as soon as the list holds it. */
  openOf(candidateId: string): void
  /** @returns true when it is written on this desk */
  decide(row: CorrectionRow, decision: CorrectionDecision): Promise<boolean>
  /** Follows what arrives, whatever screen is shown. */
  follow(): () => void
}

/** @param newId makes a UUIDv7 */
export function createCorrections(desk: Desk, newId: () => string): Corrections {
  const list = createWholeList(
    () => desk.call('correction:list', {}),
    ({ correction }) => correction.id,
  )
  const decisions = createDecisions(desk, newId)
  return {
    list,
    decisions,
    openOf: (candidateId) => openIn(list, ({ candidate }) => candidate?.id === candidateId),
    async decide(row, decision) {
      list.moveOn()
      const done = await decisions.act('correction:decide', {
        id: row.correction.id,
        decision,
        proof: { seen: seenOf(row) },
      })
      if (done) list.refresh()
      return done
    },
    follow() {
      list.refresh()
      return desk.on('data:changed', () => list.refresh())
    },
  }
}

/** What the record said beside what was asked for, when the operator decided. */
function seenOf({ correction, candidate }: CorrectionRow): Correction['before'] {
  const asked = Object.keys(correction.patch) as (keyof Correction['patch'])[]
  return candidate ? Object.fromEntries(asked.map((field) => [field, candidate[field]])) : {}
}

export const CorrectionsContext = createContext<Corrections | null>(null)

export function useCorrections(): Corrections {
  const corrections = use(CorrectionsContext)
  if (!corrections) throw new Error('the screen of corrections stands outside its context')
  return corrections
}
