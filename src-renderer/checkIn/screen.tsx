import { IconUserCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayReceive } from '../../shared/rights.ts'
import type { Screen } from '../shell/screens.ts'
import { CheckInScreen } from './CheckInScreen.tsx'
import { CheckInContext, createCheckIn } from './store.ts'
import '../candidates/texts.ts'
import './texts.ts'

export const screen: Screen<'checkIn'> = {
  id: 'checkIn',
  order: 40,
  icon: IconUserCheck,
  roles: mayReceive,
  useLabel: () => useTranslation('checkIn').t(($) => $.title),
  open({ desk, newId, now }) {
    const checkIn = createCheckIn(desk, newId, now)
    return {
      Content: () => (
        <CheckInContext value={checkIn}>
          <CheckInScreen />
        </CheckInContext>
      ),
      show({ id }) {
        if (id !== undefined) checkIn.open(id)
      },
    }
  },
}
