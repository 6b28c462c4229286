import { IconHeadset } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayReadCandidates } from '../../shared/rights.ts'
import type { Screen } from '../shell/screens.ts'
import { HelpScreen } from './HelpScreen.tsx'
import { createHelp, HelpContext } from './store.ts'
import './texts.ts'

export const screen: Screen<'help'> = {
  id: 'help',
  order: 57,
  icon: IconHeadset,
  roles: mayReadCandidates,
  useLabel: () => useTranslation('help').t(($) => $.rail),
  open({ desk, newId }) {
    const help = createHelp(desk, newId)
    return {
      Content: () => (
        <HelpContext value={help}>
          <HelpScreen />
        </HelpContext>
      ),
      show: ({ id }) => id !== undefined && help.open(id),
    }
  },
}
