import { NativeSelect } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import type { Printers } from './printers.ts'
import styles from './SettingsScreen.module.css'

/** Which printer is offered first. The last one used says so too; a choice here counts until another is used. */
export function PrinterChoice({ printers: store }: { printers: Printers }) {
  const { t } = useTranslation('settings')
  const { printers, last, error } = useStore(store)
  useEffect(() => void store.read(), [store])
  if (error) return <ErrorNotice error={error} />
  if (!printers) return null
  if (printers.length === 0) return <p className={styles.help}>{t(($) => $.printer.none)}</p>
  const wanted = last ?? printers.find(({ isDefault }) => isDefault)?.name ?? ''
  const known = printers.some(({ name }) => name === wanted)
  return (
    <NativeSelect
      label={t(($) => $.printer.preferred)}
      value={known ? wanted : ''}
      onChange={(event) => store.choose(event.currentTarget.value)}
      data={[
        ...(known ? [] : [{ value: '', label: t(($) => $.printer.unset) }]),
        ...printers.map(({ name, label, isDefault }) => ({
          value: name,
          label: isDefault ? t(($) => $.printer.default, { name: label }) : label,
        })),
      ]}
    />
  )
}
