import { IconHome } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayReceive } from '../../shared/rights.ts'
import type { Screen } from '../shell/screens.ts'
import { createToday, TodayContext } from './store.ts'
import { TodayScreen } from './TodayScreen.tsx'
import './texts.ts'

export const screen: Screen<'today'> = {
  id: 'today',
  order: 10,
  icon: IconHome,
  roles: mayReceive,
  useLabel: () => useTranslation('today').t(($) => $.title),
  open({ desk }) {
    const today = createToday(desk)
    return {
      Content: () => (
        <TodayContext value={today}>
          <TodayScreen />
        </TodayContext>
      ),
    }
  },
}
