import { IconCalendarEvent } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayReadSessions } from '../../shared/rights.ts'
import type { Screen } from '../shell/screens.ts'
import { SessionsScreen } from './SessionsScreen.tsx'
import { createSessions, SessionsContext } from './store.ts'
import './texts.ts'

export const screen: Screen<'sessions'> = {
  id: 'sessions',
  order: 30,
  icon: IconCalendarEvent,
  roles: mayReadSessions,
  useLabel: () => useTranslation('sessions').t(($) => $.title),
  open(tools) {
    const sessions = createSessions(tools)
    return {
      Content: () => (
        <SessionsContext value={sessions}>
          <SessionsScreen />
        </SessionsContext>
      ),
      show({ id, candidateId }) {
        if (candidateId !== undefined) sessions.chooseFor(candidateId, id ?? null)
        else if (id !== undefined) {
          sessions.stopRegistering()
          sessions.open.open(id)
        }
      },
    }
  },
}
