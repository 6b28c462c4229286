import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { type ActField, actFields } from '../exchange/act.ts'
import { useActWords } from '../exchange/useActWords.ts'
import { useFormat } from '../i18n/format.ts'
import { MailList } from './MailList.tsx'
import styles from './RecordTabs.module.css'
import { useCandidates } from './store.ts'

/** Who did what with this person, when and on which desk; the values themselves are not kept there. */
export function HistoryPanel() {
  const { t, i18n } = useTranslation('candidates')
  const { around } = useCandidates()
  const { history, mails, id } = useStore(around)
  const format = useFormat()
  const words = useActWords()
  const list = new Intl.ListFormat(i18n.language)
  useEffect(() => around.wantHistory(), [around, id])
  if (!history || !mails) return null
  if (history.length === 0 && mails.length === 0) return <p className={styles.none}>{t(($) => $.history.none)}</p>
  const isField = (field: string): field is ActField => actFields.some((known) => known === field)
  // Ids of other records are no words.
  const fieldsOf = (fields: readonly string[]) => list.format(fields.filter(isField).map(words.field))
  return (
    <>
      {mails.length > 0 && <MailList mails={mails} />}
      <section>
        {mails.length > 0 && <h3 className={styles.part}>{t(($) => $.mails.acts)}</h3>}
        <ol className={styles.list}>
          {history.map((line) => (
            <li key={`${line.id} ${line.actedAt}`} className={styles.item}>
              <span className={styles.what}>
                {line.kind.endsWith('.edit') && line.fields.some(isField)
                  ? t(($) => $.history.edit, { act: words.act(line.kind), fields: fieldsOf(line.fields) })
                  : words.act(line.kind)}
                <small>
                  {line.deskName === ''
                    ? t(($) => $.history.otherCentre, { name: line.actorName })
                    : t(($) => $.history.who, { name: line.actorName, desk: line.deskName })}
                </small>
              </span>
              <time className={styles.none} dateTime={line.actedAt}>
                {t(($) => $.steps.before, { date: format.date(line.actedAt), time: format.time(line.actedAt) })}
              </time>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
