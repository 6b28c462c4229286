import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { type PrintChoices, sheetOrders } from '../../shared/calls/printBatch.ts'
import { useFormat } from '../i18n/format.ts'
import { useCentreNames } from '../sync/useCentre.ts'
import choice from '../ui/choice.module.css'
import { PersonName } from '../ui/Detail.tsx'
import styles from './BatchDialog.module.css'
import { PrinterChoice } from './PrinterChoice.tsx'
import type { BatchStore } from './store.ts'

interface ChoosingProps {
  readonly store: BatchStore
  readonly choices: PrintChoices
  readonly onClose: () => void
}

/** Which attestations: of a session, released since a day, not printed yet; each can be left out. */
export function Choosing({ store, choices, onClose }: ChoosingProps) {
  const { t } = useTranslation('printBatch')
  const { t: common } = useTranslation('common')
  const format = useFormat()
  const names = useCentreNames()
  const { wanted, left, printer } = useStore(store)
  const count = choices.rows.filter(({ documentId }) => !left.has(documentId)).length
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void store.start()
      }}
    >
      <div className={styles.filters}>
        <NativeSelect
          label={t(($) => $.session)}
          value={wanted.sessionId ?? ''}
          onChange={(event) => void store.want({ sessionId: event.currentTarget.value || null })}
          data={[
            { value: '', label: t(($) => $.everySession) },
            ...choices.sessions.map(({ id, date, startTime, locationId, count: many }) => ({
              value: id,
              label: t(($) => $.sessionLine, {
                date: format.day(date),
                time: startTime,
                place: names.location(locationId),
                many,
              }),
            })),
          ]}
        />
        <TextInput
          type="date"
          label={t(($) => $.since)}
          value={wanted.releasedSince ?? ''}
          onChange={(event) => void store.want({ releasedSince: event.currentTarget.value || null })}
        />
        <NativeSelect
          label={t(($) => $.order)}
          value={wanted.order}
          onChange={(event) =>
            void store.want({ order: sheetOrders.find((one) => one === event.currentTarget.value) ?? 'name' })
          }
          data={sheetOrders.map((value) => ({ value, label: t(($) => $.orders[value]) }))}
        />
        <Checkbox
          label={t(($) => $.onlyUnprinted)}
          checked={wanted.onlyUnprinted}
          onChange={(event) => void store.want({ onlyUnprinted: event.currentTarget.checked })}
        />
      </div>
      {choices.rows.length === 0 ? (
        <p className={styles.none}>{t(($) => $.none)}</p>
      ) : (
        <fieldset className={styles.sheets}>
          <legend className={styles.legend}>{t(($) => $.sheets)}</legend>
          {choices.rows.map((row) => (
            <label key={row.documentId} className={choice.row}>
              <input
                type="checkbox"
                checked={!left.has(row.documentId)}
                onChange={() => store.toggle(row.documentId)}
              />
              <span>
                <PersonName {...row} /> · {names.examTitle(row.exam)} · {format.day(row.examDate)}
              </span>
              <span className={styles.quiet}>
                {row.copies > 0 ? t(($) => $.duplicate, { copy: row.copies + 1 }) : row.number}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {choices.total > choices.rows.length && (
        <p className={styles.quiet}>{t(($) => $.more, { count: choices.total - choices.rows.length })}</p>
      )}
      <PrinterChoice store={store} />
      <div className={styles.acts}>
        <Button
          type="submit"
          disabled={count === 0 || printer === ''}
          leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
        >
          {t(($) => $.print, { count })}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {common(($) => $.close)}
        </Button>
      </div>
    </form>
  )
}
