import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { BatchStore } from './store.ts'

/** Where the sheets go. */
export function PrinterChoice({ store }: { store: BatchStore }) {
  const { t } = useTranslation('documents')
  const { printers, printer } = useStore(store)
  if (printers === null) return null
  if (printers.length === 0) return <p>{t(($) => $.noPrinter)}</p>
  return (
    <NativeSelect
      label={t(($) => $.printer)}
      value={printer}
      onChange={(event) => store.choosePrinter(event.currentTarget.value)}
      data={printers.map(({ name, label, isDefault }) => ({
        value: name,
        label: isDefault ? t(($) => $.printerDefault, { name: label }) : label,
      }))}
    />
  )
}
