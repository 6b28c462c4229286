import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconQuestionMark } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { BatchSheet, PrintBatch, SheetStatus } from '../../shared/calls/printBatch.ts'
import { useErrorText } from '../i18n/errorText.ts'
import { PersonName } from '../ui/Detail.tsx'
import { Notice, NoticeActs } from '../ui/Notice.tsx'
import styles from './BatchDialog.module.css'
import { PrinterChoice } from './PrinterChoice.tsx'
import type { BatchStore } from './store.ts'

interface PrintingProps {
  readonly store: BatchStore
  readonly batch: PrintBatch
  readonly onClose: () => void
}

/** How far the sheets are; what did not go, and how it goes on. */
export function Printing({ store, batch: { sheets }, onClose }: PrintingProps) {
  const { t } = useTranslation('printBatch')
  const { t: common } = useTranslation('common')
  const { position, stopping, printer } = useStore(store)
  const of = (status: SheetStatus) => sheets.filter((sheet) => sheet.status === status)
  const [sent, failed, waiting] = [of('sent'), of('failed'), of('waiting')]
  const under = sheets.find((sheet) => sheet.position === position)
  const unsettled = position === null ? of('sending') : []
  const [next] = waiting
  const done = sent.length + failed.length
  return (
    <>
      <p className={styles.progress} role="status">
        {under
          ? t(($) => $.underWay, { at: done + 1, of: sheets.length, name: `${under.lastName} ${under.firstName}` })
          : t(($) => $.sent, { count: sent.length, of: sheets.length })}
      </p>
      <progress className={styles.bar} value={done} max={sheets.length} aria-label={t(($) => $.title)} />
      {unsettled.map((sheet) => (
        <Unsettled key={sheet.position} sheet={sheet} store={store} />
      ))}
      {failed.length > 0 && <Failed sheets={failed} />}
      {position === null && failed.length + waiting.length === 0 && unsettled.length === 0 && (
        <Notice tone="ok" icon={IconCheck} title={t(($) => $.allSent)}>
          <p>{t(($) => $.allSentHelp)}</p>
        </Notice>
      )}
      {position === null && failed.length + waiting.length > 0 && <PrinterChoice store={store} />}
      <div className={styles.acts}>
        {position !== null ? (
          <Button variant="default" aria-disabled={stopping} onClick={store.stop}>
            {t(($) => (stopping ? $.stopping : $.stop))}
          </Button>
        ) : (
          <>
            {next && unsettled.length === 0 && (
              <Button disabled={printer === ''} onClick={() => void store.goOn()}>
                {t(($) => $.goOn, { position: next.position })}
              </Button>
            )}
            {failed.length > 0 && unsettled.length === 0 && (
              <Button
                variant={next ? 'default' : 'filled'}
                disabled={printer === ''}
                onClick={() => void store.goOn(true)}
              >
                {t(($) => $.again, { count: failed.length })}
              </Button>
            )}
            {unsettled.length === 0 && (
              <Button variant="default" onClick={() => void store.end()}>
                {t(($) => (failed.length + waiting.length > 0 ? $.giveUp : $.another))}
              </Button>
            )}
            <Button variant="subtle" onClick={onClose}>
              {common(($) => $.close)}
            </Button>
          </>
        )}
      </div>
    </>
  )
}

/** The application ended while this sheet was on its way. */
function Unsettled({ sheet, store }: { sheet: BatchSheet; store: BatchStore }) {
  const { t } = useTranslation('printBatch')
  const name = `${sheet.lastName} ${sheet.firstName}`
  return (
    <Notice tone="warn" icon={IconQuestionMark} title={t(($) => $.unsettled.title, { name })}>
      <p>{t(($) => $.unsettled.text, { number: sheet.number })}</p>
      <NoticeActs>
        <Button variant="default" onClick={() => void store.settle(sheet.position, true)}>
          {t(($) => $.unsettled.yes)}
        </Button>
        <Button variant="default" onClick={() => void store.settle(sheet.position, false)}>
          {t(($) => $.unsettled.no)}
        </Button>
      </NoticeActs>
    </Notice>
  )
}

function Failed({ sheets }: { sheets: readonly BatchSheet[] }) {
  const { t } = useTranslation('printBatch')
  const errorText = useErrorText()
  return (
    <Notice tone="bad" icon={IconAlertTriangle} title={t(($) => $.failed, { count: sheets.length })} role="alert">
      <ul className={styles.failed}>
        {sheets.map((sheet) => (
          <li key={sheet.position}>
            <PersonName {...sheet} />
            {sheet.error && ` · ${errorText(sheet.error).what} ${errorText(sheet.error).next}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
