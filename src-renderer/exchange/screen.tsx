import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { mayReadCandidates } from '../../shared/rights.ts'
import type { Screen } from '../shell/screens.ts'
import { ExchangeScreen } from './ExchangeScreen.tsx'
import { createExchange, ExchangeContext } from './store.ts'
import './texts.ts'

export const screen: Screen<'exchange'> = {
  id: 'exchange',
  order: 110,
  icon: IconArrowsLeftRight,
  roles: mayReadCandidates,
  useLabel: () => useTranslation('exchange').t(($) => $.title),
  open({ desk, newId, sync }) {
    const exchange = createExchange(desk, newId)
    return {
      Content: () => (
        <ExchangeContext value={exchange}>
          <ExchangeScreen />
        </ExchangeContext>
      ),
      useCount: () => useStore(sync, (state) => (state.sync?.waiting ?? 0) + (state.sync?.refused ?? 0)),
      show({ only }) {
        if (only) exchange.list.ask({ only })
      },
    }
  },
}
