import { IconCertificate } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayReadResults } from '../../shared/rights.ts'
import type { Screen } from '../shell/screens.ts'
import { AttestationsScreen } from './AttestationsScreen.tsx'
import { AttestationsContext, createAttestations } from './store.ts'
import './texts.ts'

export const screen: Screen<'attestations'> = {
  id: 'attestations',
  order: 50,
  icon: IconCertificate,
  roles: mayReadResults,
  useLabel: () => useTranslation('attestations').t(($) => $.title),
  open({ desk }) {
    const attestations = createAttestations(desk)
    return {
      Content: () => (
        <AttestationsContext value={attestations}>
          <AttestationsScreen />
        </AttestationsContext>
      ),
      show({ only }) {
        if (only) attestations.list.ask({ state: only, text: '' })
      },
    }
  },
}
