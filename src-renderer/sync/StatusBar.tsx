import { Popover } from '@mantine/core'
import { IconAlertTriangle, IconClockUp, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { DeskState } from '../../shared/calls/desk.ts'
import type { SyncState } from '../../shared/calls/sync.ts'
import type { AppError, ErrorCode } from '../../shared/result.ts'
import { useErrorText } from '../i18n/errorText.ts'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { useLineText } from './lineText.ts'
import styles from './StatusBar.module.css'
import './texts.ts'

/** The bottom line: how old the data are, what waits here, what went wrong, which desk this is. */
export function StatusBar({ desk, onReview }: { desk: DeskState; onReview: (() => void) | undefined }) {
  const { t } = useTranslation('shell')
  const { sync: store } = useTools()
  const { sync, error } = useStore(store)
  const problem = error ?? (sync && saysMore(sync) ? { code: sync.problem, message: '' } : null)
  return (
    <footer className={styles.bar}>
      <div className={styles.left} role="status">
        {sync && <Line sync={sync} />}
        {sync && <Waiting sync={sync} onReview={onReview} />}
      </div>
      {problem && <Problem problem={problem} />}
      <div className={styles.right}>
        <ExchangeNow busy={sync?.busy ?? false} />
        {desk.desk && <span>{t(($) => $.desk, { desk: desk.desk?.name })}</span>}
        {sync && <span>{t(($) => $.records, { count: sync.records })}</span>}
        <span className={styles.language}>{desk.language}</span>
      </div>
    </footer>
  )
}

/** Without a line, that central cannot be reached is what the first sentence says already. */
const saysMore = (sync: SyncState): sync is SyncState & { problem: ErrorCode } =>
  sync.problem !== null &&
  !(sync.line === 'offline' && (sync.problem === 'central.unreachable' || sync.problem === 'central.silent'))

function Line({ sync }: { sync: SyncState }) {
  const text = useLineText()(sync)
  return (
    <span className={styles.line} data-line={sync.line}>
      <span className={styles.dot} aria-hidden />
      {text}
    </span>
  )
}

function Waiting({ sync, onReview }: { sync: SyncState; onReview: (() => void) | undefined }) {
  const { t } = useTranslation('sync')
  return (
    <>
      {sync.waiting > 0 && (
        <span className={styles.waiting}>
          <IconClockUp size={14} stroke={1.9} aria-hidden />
          {t(($) => $.waiting, { count: sync.waiting })}
        </span>
      )}
      {sync.refused > 0 && (
        <button
          type="button"
          className={styles.refused}
          disabled={!onReview}
          title={t(($) => $.review)}
          onClick={onReview}
        >
          <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
          {t(($) => $.refused, { count: sync.refused })}
        </button>
      )}
    </>
  )
}

function Problem({ problem }: { problem: AppError }) {
  const { t } = useTranslation('sync')
  const { what } = useErrorText()(problem)
  return (
    <Popover position="top-start" width={380} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.problem} title={what}>
          <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
          <span>{what}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t(($) => $.problem)}>
        <ErrorNotice error={problem} />
      </Popover.Dropdown>
    </Popover>
  )
}

function ExchangeNow({ busy }: { busy: boolean }) {
  const { t } = useTranslation('sync')
  const { sync } = useTools()
  const label = busy ? t(($) => $.busy) : t(($) => $.now)
  return (
    <button
      type="button"
      className={styles.now}
      data-busy={busy}
      aria-label={label}
      title={label}
      onClick={() => void sync.now()}
    >
      <IconRefresh size={14} stroke={1.9} aria-hidden />
      <kbd aria-hidden>F5</kbd>
    </button>
  )
}
