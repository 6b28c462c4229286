import { Button } from '@mantine/core'
import { IconCopy, IconMailExclamation } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SimilarPerson } from '../../shared/calls/duplicate.ts'
import type { LineDecision, ListRow } from '../../shared/calls/employerList.ts'
import { ReasonForm } from '../duplicates/ReasonForm.tsx'
import { likely } from '../duplicates/remarks.ts'
import { useTools } from '../tools.ts'
import { Detail, Part, PersonName } from '../ui/Detail.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tag } from '../ui/Tag.tsx'
import styles from './CheckStep.module.css'
import { LineFacts } from './LineFacts.tsx'
import { decisionOf, verdictLook } from './look.ts'
import { SimilarRecords } from './SimilarRecords.tsx'
import { useEmployerList } from './store.ts'

/** One line: what it says, the records that look like it, and what is to become of it. */
export function LineDetail({ row, onDecided }: { row: ListRow; onDecided: () => void }) {
  const { t } = useTranslation('employerList')
  const { going } = useTools()
  const store = useEmployerList()
  const { busy, error } = useStore(store)
  const { similar } = useStore(store.similar)
  const [wanted, setWanted] = useState<string | null>(row.record?.id ?? null)
  const [asking, setAsking] = useState(false)
  const isLine = row.verdict !== 'gone' && row.verdict !== 'refused'

  useEffect(() => store.similar.open(isLine ? row.line : null), [store, isLine, row.line])

  const people = similar?.people ?? []
  const other: SimilarPerson | undefined = people.find(({ candidate }) => candidate.id === wanted) ?? people[0]
  const decide = async (decision: LineDecision | null) => {
    if (await store.decide(row.line, decision)) onDecided()
  }
  const create = () => {
    if (likely(people).length > 0 || row.verdict === 'known') setAsking(true)
    else void decide({ kind: 'create', reason: null })
  }
  const decided = decisionOf(row)

  return (
    <Detail
      title={<PersonName lastName={row.written.lastName} firstName={row.written.firstName} />}
      tag={<Tag {...verdictLook[row.verdict]}>{t(($) => $.verdicts[row.verdict])}</Tag>}
      meta={
        row.verdict === 'gone'
          ? t(($) => $.line.metaGone, { line: row.line })
          : t(($) => $.line.meta, { line: row.line })
      }
      acts={
        isLine && !asking ? (
          <span data-decide className={styles.decide}>
            {decided === 'none' ? (
              <>
                {other && (
                  <Button
                    variant={row.verdict === 'new' ? 'default' : 'filled'}
                    onClick={() => void decide({ kind: 'take', candidateId: other.candidate.id })}
                  >
                    {t(($) => $.line.take)}
                  </Button>
                )}
                <Button variant={row.verdict === 'new' ? 'filled' : 'default'} onClick={create}>
                  {t(($) => $.line.create)}
                </Button>
                <Button variant="default" onClick={() => void decide({ kind: 'leaveOut' })}>
                  {t(($) => $.line.leaveOut)}
                </Button>
              </>
            ) : (
              <Button variant="default" onClick={() => void decide(null)}>
                {t(($) => $.line.undo)}
              </Button>
            )}
          </span>
        ) : (
          row.verdict === 'gone' &&
          row.record && (
            <Button variant="default" onClick={() => void going.go({ screen: 'candidates', id: row.record?.id ?? '' })}>
              {t(($) => $.line.open)}
            </Button>
          )
        )
      }
    >
      {row.twin !== null && (
        <Notice tone="warn" icon={IconCopy} title={t(($) => $.line.twin, { line: row.twin })}>
          <p>{t(($) => $.line.twinHelp)}</p>
        </Notice>
      )}
      {row.sharedEmail !== null && (
        <Notice tone="neutral" icon={IconMailExclamation} title={t(($) => $.line.shared, { email: row.sharedEmail })} />
      )}
      {(!isLine || !other) && <LineFacts row={row} />}
      {row.verdict === 'gone' && <p>{t(($) => $.line.goneHelp)}</p>}
      {isLine && (
        <Part title={t(($) => $.line.alike)}>
          <SimilarRecords row={row} chosen={other} onChoose={setWanted} />
        </Part>
      )}
      {asking && (
        <ReasonForm
          title={t(($) => $.line.createTitle)}
          text={t(($) => $.line.createText)}
          help={t(($) => $.line.createHelp)}
          confirm={t(($) => $.line.createConfirm)}
          busy={busy}
          error={error}
          onConfirm={(reason) => void decide({ kind: 'create', reason })}
          onGiveUp={() => setAsking(false)}
        />
      )}
    </Detail>
  )
}
