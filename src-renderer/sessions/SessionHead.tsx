import { Button } from '@mantine/core'
import { IconBan, IconCopy, IconMail, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionRecord } from '../../shared/calls/session.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { inBelgium } from '../../shared/time.ts'
import pane from '../ui/Pane.module.css'
import { ImportListButton } from '../employerList/ImportListButton.tsx'
import { useDayNames } from './days.ts'
import { shown, valuesOf } from './form.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { RemarkTag } from './RemarkTag.tsx'
import styles from './SessionPane.module.css'
import { isFull, isOver, mayInvite, remarksOn } from './status.ts'
import { useSessions } from './store.ts'

interface SessionHeadProps {
  readonly record: SessionRecord
  readonly onPrint: () => void
  readonly onInvite: () => void
}

/** When and where, what is remarkable, and what can be done with the whole session. */
export function SessionHead({ record, onPrint, onInvite }: SessionHeadProps) {
  const { t } = useTranslation('sessions')
  const { now, leaving } = useTools()
  const { open } = useSessions()
  const format = useFormat()
  const days = useDayNames()
  const [cancelling, setCancelling] = useState(false)
  const { session, counts, location } = record
  const today = inBelgium(now()).date
  const day = days.long(session.date)

  const copy = async () => {
    if (!(await leaving.leave())) return
    open.begin({ ...shown(valuesOf(session)), date: '' }, true)
  }

  return (
    <header className={styles.head}>
      <div className={pane.headLine}>
        <h2 className={styles.name}>
          {day} · {session.startTime} – {session.endTime}
        </h2>
        {remarksOn(record, today).map((remark) => (
          <RemarkTag key={remark} remark={remark} row={record} />
        ))}
      </div>
      <p className={styles.meta}>
        {[
          location,
          session.room,
          t(($) => $.modes[session.mode]),
          session.code === null ? t(($) => $.codeLater) : t(($) => $.code, { code: session.code }),
          !isOver(record) &&
            (isFull(record)
              ? t(($) => $.fullSeats, { count: session.seats })
              : t(($) => $.freeSeats, { count: session.seats - counts.registered })),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {session.cancelReason !== null && (
        <p className={styles.meta}>{t(($) => $.cancelledBecause, { reason: session.cancelReason })}</p>
      )}
      {session.closedAt !== null && (
        <p className={styles.meta}>
          {t(($) => $.closedBy, {
            name: session.closedBy ?? '',
            date: format.date(session.closedAt),
            time: format.time(session.closedAt),
          })}
        </p>
      )}
      <div className={styles.headActs}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
          rightSection={<kbd aria-hidden>Ctrl P</kbd>}
          onClick={onPrint}
        >
          {t(($) => $.acts.signList)}
        </Button>
        {mayInvite(record, today) && counts.registered > 0 && (
          <Button variant="default" leftSection={<IconMail size={16} stroke={1.75} aria-hidden />} onClick={onInvite}>
            {t(($) => $.acts.invitations)}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
          onClick={() => void copy()}
        >
          {t(($) => $.acts.copy)}
        </Button>
        {!isOver(record) && <ImportListButton sessionId={session.id} />}
        {!isOver(record) && (
          <Button
            variant="subtle"
            leftSection={<IconBan size={16} stroke={1.75} aria-hidden />}
            onClick={() => setCancelling(true)}
          >
            {t(($) => $.acts.cancel)}
          </Button>
        )}
      </div>
      <ReasonDialog
        opened={cancelling}
        title={t(($) => $.cancel.title, { day, time: session.startTime, location })}
        text={
          counts.registered === 0 ? t(($) => $.cancel.nobody) : t(($) => $.cancel.people, { count: counts.registered })
        }
        confirm={
          counts.registered === 0
            ? t(($) => $.cancel.confirm)
            : t(($) => $.cancel.confirmPeople, { count: counts.registered })
        }
        keep={t(($) => $.cancel.keep)}
        onClose={() => setCancelling(false)}
        onConfirm={async (reason) => ((await open.cancel(reason)) ? null : open.getState().saveError)}
      />
    </header>
  )
}
