import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayReadCandidates } from '../../shared/rights.ts'
import type { Screen } from '../shell/screens.ts'
import { CandidatesScreen } from './CandidatesScreen.tsx'
import { CandidatesContext, createCandidates } from './store.ts'
import '../creation/texts.ts'
import '../duplicates/texts.ts'
import './texts.ts'

export const screen: Screen<'candidates'> = {
  id: 'candidates',
  order: 20,
  icon: IconUsers,
  roles: mayReadCandidates,
  useLabel: () => useTranslation('candidates').t(($) => $.title),
  open(tools) {
    const candidates = createCandidates(tools)
    return {
      Content: () => (
        <CandidatesContext value={candidates}>
          <CandidatesScreen />
        </CandidatesContext>
      ),
      show({ id, only, create }) {
        if (only) candidates.list.summon(only)
        if (id) candidates.open.open(id)
        if (create) candidates.begin()
      },
    }
  },
}
