import { IconSettings } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayReceive } from '../../shared/rights.ts'
import type { Screen } from '../shell/screens.ts'
import { createPrinters } from './printers.ts'
import { SettingsScreen } from './SettingsScreen.tsx'
import './texts.ts'

export const screen: Screen<'settings'> = {
  id: 'settings',
  order: 210,
  icon: IconSettings,
  roles: mayReceive,
  useLabel: () => useTranslation('settings').t(($) => $.title),
  open({ desk, preferences }) {
    const printers = createPrinters(desk, preferences)
    return { Content: () => <SettingsScreen printers={printers} /> }
  },
}
