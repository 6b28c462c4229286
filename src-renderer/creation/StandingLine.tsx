import { IconCircleCheck, IconCloudOff, IconSearch, IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useErrorText } from '../i18n/errorText.ts'
import { useFormat } from '../i18n/format.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './CreationPane.module.css'
import { isLikely, type Match } from './matches.ts'
import type { Checked, Standing } from './standing.ts'
import { useCreation } from './useCreation.ts'

/** How far the search is, and how far its answer reaches: never that there is nobody before Certassur has said so. */
export function StandingLine() {
  const { t } = useTranslation('creation')
  const { creation, standing, matches } = useCreation()
  const hereError = useStore(creation.search, (state) => state.hereError)
  const text = useStandingText()(standing, matches)
  const likely = matches.filter(isLikely).length
  const by = checkedOf(standing)?.by
  return (
    <div className={styles.block}>
      {hereError && <ErrorNotice error={hereError} />}
      <p className={styles.standing} role="status" data-kind={standing.kind} data-by={by}>
        {by === undefined && <IconSearch size={17} stroke={1.9} aria-hidden />}
        {by === 'certassur' && <IconCircleCheck size={17} stroke={1.9} aria-hidden />}
        {by === 'here' && <IconCloudOff size={17} stroke={1.9} aria-hidden />}
        <span>{text}</span>
      </p>
      {standing.kind === 'matches' && (
        <Notice tone="hold" icon={IconUserQuestion} title={t(($) => $.maybe.title)}>
          <p>{t(($) => $.maybe.help, { count: likely })}</p>
        </Notice>
      )}
    </div>
  )
}

const checkedOf = (standing: Standing): Checked | null => ('checked' in standing ? standing.checked : null)

function useStandingText(): (standing: Standing, matches: readonly Match[]) => string {
  const { t } = useTranslation('creation')
  const format = useFormat()
  const errorText = useErrorText()
  const { creation } = useCreation()
  const reading = useStore(creation.search, ({ here }) => here !== null && !here.value.ready)

  const checkedText = (checked: Checked, decided: boolean, nobody: boolean): string => {
    if (checked.by === 'certassur') {
      const time = format.time(checked.at)
      if (!decided) return t(($) => $.state.known, { time })
      return nobody ? t(($) => $.state.nobody, { time }) : t(($) => $.state.decided, { time })
    }
    const { receivedAt: at, why } = checked
    const here =
      at === null
        ? t(($) => $.state.hereNever)
        : t(($) => $.state.here, { date: format.date(at), time: format.time(at) })
    if (why === 'offline' || why === 'central.unreachable' || why === 'central.silent') return here
    const reason =
      why === 'central.busy'
        ? t(($) => $.noAnswer.busy)
        : t(($) => $.noAnswer.other, { reason: errorText({ code: why }).why })
    return `${here}. ${reason}`
  }

  return (standing, matches) => {
    const { kind } = standing
    switch (kind) {
      case 'looking':
        return reading ? t(($) => $.state.reading) : t(($) => $.state.looking)
      case 'toCheck':
        return matches.length > 0 ? t(($) => $.state.toCheckSome) : t(($) => $.state.toCheckNone)
      case 'matches':
        return checkedText(standing.checked, false, false)
      case 'ready':
        return checkedText(standing.checked, true, !matches.some(isLikely))
      default:
        return t(($) => $.state[kind])
    }
  }
}
