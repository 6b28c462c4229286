import { IconUserEdit } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { mayReadCandidates } from '../../shared/rights.ts'
import type { Screen } from '../shell/screens.ts'
import { CorrectionsScreen } from './CorrectionsScreen.tsx'
import { CorrectionsContext, createCorrections } from './store.ts'
import './texts.ts'

export const screen: Screen<'corrections'> = {
  id: 'corrections',
  order: 55,
  icon: IconUserEdit,
  roles: mayReadCandidates,
  useLabel: () => useTranslation('corrections').t(($) => $.rail),
  open({ desk, newId }) {
    const corrections = createCorrections(desk, newId)
    return {
      Content: () => (
        <CorrectionsContext value={corrections}>
          <CorrectionsScreen />
        </CorrectionsContext>
      ),
      useCount() {
        useEffect(() => corrections.follow(), [])
        return useStore(
          corrections.list,
          ({ answer }) => answer?.all.filter(({ correction }) => correction.status === 'asked').length ?? 0,
        )
      },
      show: ({ id }) => id !== undefined && corrections.openOf(id),
    }
  },
}
