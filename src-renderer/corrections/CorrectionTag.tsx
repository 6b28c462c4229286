import { IconCheck, IconUserEdit, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CorrectionRow } from '../../shared/calls/correction.ts'
import { type CorrectedField, correctedFields } from '../../shared/correction.ts'
import { unsentLook } from '../duplicates/look.ts'
import { Tag } from '../ui/Tag.tsx'

const looks = {
  asked: { tone: 'hold', icon: IconUserEdit },
  accepted: { tone: 'ok', icon: IconCheck },
  refused: { tone: 'neutral', icon: IconX },
} as const

/** How far it is, and whether what this desk decided is still to be sent. */
export function CorrectionTag({ row: { correction, waiting } }: { row: CorrectionRow }) {
  const { t } = useTranslation('corrections')
  const status = t(($) => $.status[correction.status])
  if (waiting) {
    return <Tag {...unsentLook}>{t(($) => $.unsent, { status })}</Tag>
  }
  return <Tag {...looks[correction.status]}>{status}</Tag>
}

export const askedFields = ({ correction }: CorrectionRow): readonly CorrectedField[] =>
  correctedFields.filter((field) => field in correction.patch)

export function useCorrectionWords() {
  const { t, i18n } = useTranslation('corrections')
  const list = new Intl.ListFormat(i18n.language, { style: 'short', type: 'unit' })
  return {
    what: (row: CorrectionRow): string =>
      row.correction.kind === 'twoAccounts'
        ? t(($) => $.twoAccounts)
        : list.format(askedFields(row).map((field) => t(($) => $.fields[field]))),
  }
}
