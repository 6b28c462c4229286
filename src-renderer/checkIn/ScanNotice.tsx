import { Button } from '@mantine/core'
import { IconCalendarOff, IconCalendarQuestion, IconCertificate, IconLineScan } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Notice, NoticeActs } from '../ui/Notice.tsx'
import styles from './DoorList.module.css'
import { PersonName } from './PersonName.tsx'
import { useCheckIn } from './store.ts'
import { useWords } from './useWords.ts'
import type { Stranger } from './viewStore.ts'

/** Why a scan let nobody in, and what to do. */
export function ScanNotice() {
  const { view } = useCheckIn()
  const hint = useStore(view, (state) => state.hint)
  return (
    hint?.kind === 'scanned' && (
      <div className={styles.notice}>
        <Said scanned={hint.scanned} />
      </div>
    )
  )
}

function Said({ scanned }: { scanned: Stranger }) {
  const { t } = useTranslation('checkIn')
  const words = useWords()
  const { acts } = useCheckIn()
  if (!('sessionId' in scanned)) {
    return (
      <Notice
        tone="warn"
        icon={scanned.kind === 'attestation' ? IconCertificate : IconLineScan}
        title={t(($) => $.scan[scanned.kind].title)}
        role="alert"
      >
        <p>{t(($) => $.scan[scanned.kind].help)}</p>
      </Notice>
    )
  }
  const { kind, date, startTime, location, reason, today, mayGo } = scanned
  const where = { date: words.day(date), time: startTime, place: words.place(location, scanned) }
  return (
    <Notice
      tone={kind === 'cancelled' ? 'bad' : 'warn'}
      icon={kind === 'cancelled' ? IconCalendarOff : IconCalendarQuestion}
      title={
        <>
          <PersonName person={scanned} /> · {t(($) => $.scan[kind].title)}
        </>
      }
      role="alert"
    >
      <p>
        {t(($) => $.scan[kind].where, where)}
        {reason !== null && ` ${t(($) => $.scan.reason, { reason })}`}
      </p>
      <p>{t(($) => $.scan[kind === 'cancelled' || !today ? 'onRequest' : mayGo ? 'mayGo' : 'otherDoor'])}</p>
      {mayGo && (
        <NoticeActs>
          <Button rightSection={<kbd aria-hidden>{t(($) => $.keys.enter)}</kbd>} onClick={() => acts.answer(scanned)}>
            {t(($) => $.scan.go)}
          </Button>
        </NoticeActs>
      )}
    </Notice>
  )
}
