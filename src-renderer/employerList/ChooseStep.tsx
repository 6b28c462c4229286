import { Button, Textarea } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { type ClipboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { mostBytes, mostLines } from '../../shared/calls/employerList.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import styles from './ChooseStep.module.css'
import { Step } from './Step.tsx'
import { useEmployerList } from './store.ts'

/** A file, or lines copied from a spreadsheet: pasted, they are read at once. */
export function ChooseStep() {
  const { t } = useTranslation('employerList')
  const store = useEmployerList()
  const { busy, error } = useStore(store)
  const [text, setText] = useState('')

  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (text !== '' || !pasted.trim().includes('\n')) return
    event.preventDefault()
    setText(pasted.slice(0, mostBytes))
    void store.paste(pasted.slice(0, mostBytes))
  }
  const ready = text.trim() !== ''

  return (
    <Step title={t(($) => $.choose.title)} help={t(($) => $.choose.help)}>
      {error && (
        <div className={styles.error}>
          <ErrorNotice error={error} />
        </div>
      )}
      <div className={styles.ways}>
        <section className={styles.way} aria-labelledby="list-file">
          <h2 className={styles.name} id="list-file">
            {t(($) => $.choose.fileTitle)}
          </h2>
          <p className={styles.help}>{t(($) => $.choose.fileHelp, { lines: mostLines })}</p>
          <Button
            leftSection={<IconFileSpreadsheet size={16} stroke={1.75} aria-hidden />}
            aria-busy={busy}
            onClick={() => void store.choose()}
          >
            {t(($) => $.choose.file)}
          </Button>
        </section>
        <form
          className={styles.way}
          aria-labelledby="list-paste"
          onSubmit={(event) => {
            event.preventDefault()
            if (ready) void store.paste(text)
          }}
        >
          <h2 className={styles.name} id="list-paste">
            {t(($) => $.choose.pasteTitle)}
          </h2>
          <Textarea
            label={t(($) => $.choose.pasteLabel)}
            description={t(($) => $.choose.pasteHelp)}
            classNames={{ input: styles.pasted ?? '' }}
            value={text}
            onPaste={onPaste}
            onChange={(event) => setText(event.currentTarget.value)}
            spellCheck={false}
            autoComplete="off"
          />
          <Button
            type="submit"
            variant="default"
            data-disabled={!ready || undefined}
            aria-disabled={!ready}
            aria-busy={busy}
          >
            {t(($) => $.choose.read)}
          </Button>
        </form>
      </div>
    </Step>
  )
}
