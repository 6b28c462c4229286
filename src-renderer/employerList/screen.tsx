import { IconTableImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayAct } from '../../shared/rights.ts'
import type { Screen } from '../shell/screens.ts'
import '../duplicates/texts.ts'
import { EmployerListScreen } from './EmployerListScreen.tsx'
import { createEmployerList, EmployerListContext } from './store.ts'
import './texts.ts'

export const screen: Screen<'employerList'> = {
  id: 'employerList',
  order: 80,
  icon: IconTableImport,
  roles: mayAct['candidate.edit'],
  useLabel: () => useTranslation('employerList').t(($) => $.title),
  open({ desk }) {
    const list = createEmployerList(desk)
    return {
      Content: () => (
        <EmployerListContext value={list}>
          <EmployerListScreen />
        </EmployerListContext>
      ),
      show({ sessionId }) {
        if (sessionId !== undefined) list.want(sessionId)
      },
    }
  },
}
