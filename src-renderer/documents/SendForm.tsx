import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconCheck, IconCopy, IconQrcodeOff } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './DocumentPreview.module.css'
import { copiesOf, mostCopies, type Preview } from './previewStore.ts'

/** Where the document goes and how often, and what became of it. */
export function SendForm({ preview, onClose }: { preview: Preview; onClose: () => void }) {
  const { t } = useTranslation('documents')
  const { preview: shown, done, error } = useStore(preview.store)
  return (
    <>
      {error && <ErrorNotice error={error} />}
      {shown && shown.copy > 1 && !done && (
        <Notice tone="warn" icon={IconCopy} title={t(($) => $.duplicate, { copy: shown.copy })}>
          <p>{t(($) => $.duplicateWhy)}</p>
        </Notice>
      )}
      {shown && shown.withoutCode > 0 && !done && (
        <Notice tone="warn" icon={IconQrcodeOff} title={t(($) => $.withoutCode, { count: shown.withoutCode })}>
          <p>{t(($) => $.withoutCodeHelp)}</p>
        </Notice>
      )}
      {done ? <Sent preview={preview} onClose={onClose} /> : <Sending preview={preview} onClose={onClose} />}
    </>
  )
}

function Sending({ preview, onClose }: { preview: Preview; onClose: () => void }) {
  const { t } = useTranslation('documents')
  const { t: common } = useTranslation('common')
  const { preview: shown, drawn, printers, printer, copies, busy } = useStore(preview.store)
  const first = useRef<HTMLButtonElement>(null)
  const isReady = shown !== null && drawn && busy === null
  const mayPrint = isReady && printer !== '' && copiesOf(copies) !== null
  // Once, when the document can be sent: later the focus is where the operator put it.
  const isFirst = useRef(true)
  useEffect(() => {
    if (!isReady || !isFirst.current) return
    isFirst.current = false
    first.current?.focus()
  }, [isReady])
  return (
    <>
      {printers?.length === 0 && <p className={styles.help}>{t(($) => $.noPrinter)}</p>}
      {printers && printers.length > 0 && (
        <>
          <NativeSelect
            label={t(($) => $.printer)}
            value={printer}
            onChange={(event) => preview.choosePrinter(event.currentTarget.value)}
            data={printers.map(({ name, label, isDefault }) => ({
              value: name,
              label: isDefault ? t(($) => $.printerDefault, { name: label }) : label,
            }))}
          />
          <TextInput
            className={styles.copies}
            label={t(($) => $.copies)}
            inputMode="numeric"
            value={copies}
            error={copiesOf(copies) === null && t(($) => $.copiesWrong, { max: mostCopies })}
            onChange={(event) => preview.typeCopies(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void preview.print()
            }}
          />
        </>
      )}
      <div className={styles.acts}>
        <Button ref={first} disabled={!mayPrint} rightSection={<kbd>Ctrl P</kbd>} onClick={() => void preview.print()}>
          {busy === 'printing' ? t(($) => $.printing) : t(($) => $.print)}
        </Button>
        <Button
          variant="default"
          data-disabled={!isReady || undefined}
          aria-disabled={!isReady}
          aria-busy={busy === 'saving'}
          rightSection={<kbd aria-hidden>Ctrl S</kbd>}
          onClick={() => void preview.save()}
        >
          {busy === 'saving' ? t(($) => $.saving) : t(($) => $.save)}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {common(($) => $.close)}
        </Button>
      </div>
    </>
  )
}

/** What was sent is over: a further sheet is another one, and says so. */
function Sent({ preview, onClose }: { preview: Preview; onClose: () => void }) {
  const { t } = useTranslation('documents')
  const { t: common } = useTranslation('common')
  const { done, printers, printer } = useStore(preview.store)
  const label = printers?.find(({ name }) => name === printer)?.label ?? printer
  const title = done === 'printed' ? t(($) => $.printed, { printer: label }) : t(($) => $.saved)
  return (
    <>
      <Notice tone="neutral" icon={IconCheck} title={title} role="status">
        <p>{done === 'printed' ? t(($) => $.printedHelp) : t(($) => $.savedHelp)}</p>
      </Notice>
      <div className={styles.acts}>
        <Button autoFocus onClick={onClose}>
          {common(($) => $.close)}
        </Button>
        <Button variant="default" onClick={() => void preview.open()}>
          {t(($) => $.again)}
        </Button>
      </div>
    </>
  )
}
