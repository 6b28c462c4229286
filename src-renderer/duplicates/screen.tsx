import { IconArrowsJoin2 } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { mayReadCandidates } from '../../shared/rights.ts'
import type { Screen } from '../shell/screens.ts'
import { DuplicatesScreen } from './DuplicatesScreen.tsx'
import { createDuplicates, DuplicatesContext } from './store.ts'
import './texts.ts'

export const screen: Screen<'duplicates'> = {
  id: 'duplicates',
  order: 60,
  icon: IconArrowsJoin2,
  roles: mayReadCandidates,
  useLabel: () => useTranslation('duplicates').t(($) => $.screen.rail),
  open({ desk, newId }) {
    const duplicates = createDuplicates(desk, newId)
    return {
      Content: () => (
        <DuplicatesContext value={duplicates}>
          <DuplicatesScreen />
        </DuplicatesContext>
      ),
      useCount() {
        useEffect(() => duplicates.count(), [])
        return useStore(
          duplicates.holds,
          ({ answer }) => answer?.all.filter(({ hold }) => hold.decision === null).length ?? 0,
        )
      },
      show({ id, only }) {
        if (only === 'requests' && id) return duplicates.openRequest(id)
        if (id) return duplicates.openHold(id)
        return only && duplicates.choose(only)
      },
    }
  },
}
