import { Button } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ContactProblem } from '../../shared/contact.ts'
import { maskEmail } from '../../shared/mask.ts'
import { assertNever } from '../../shared/result.ts'
import { useTools } from '../tools.ts'
import { AttestationHelp } from './AttestationHelp.tsx'
import { CertassurLetter } from './CertassurLetter.tsx'
import styles from './HelpScreen.module.css'
import { Say, useHisWords } from './Say.tsx'
import { type Caller, useHelp } from './store.ts'

/** What to say and to do about one problem. */
export function ProblemHelp({ problem, caller }: { problem: ContactProblem; caller: Caller }) {
  const { candidate } = caller.record
  const { t } = useTranslation('help')
  const his = useHisWords(candidate)
  switch (problem) {
    case 'codes':
      return <CodesHelp caller={caller} />
    case 'email':
      return (
        <>
          <Say to={candidate}>{his.t(($) => $.tell.email)}</Say>
          <p>{t(($) => $.do.email)}</p>
          <OpenRecord id={candidate.id} label={t(($) => $.acts.changeEmail)} />
        </>
      )
    case 'name':
      return (
        <>
          <Say to={candidate}>{his.t(($) => $.tell.name)}</Say>
          <p>{t(($) => (caller.record.correctionAskedAt === null ? $.do.name : $.do.nameAsked))}</p>
          <OpenRecord id={candidate.id} label={t(($) => $.acts.correct)} />
        </>
      )
    case 'attestation':
      return <AttestationHelp caller={caller} />
    case 'twoAccounts':
      return (
        <>
          <Say to={candidate}>{his.t(($) => $.tell.twoAccounts)}</Say>
          <p>
            {caller.likely.length > 0
              ? t(($) => $.do.twoAccounts, { count: caller.likely.length })
              : t(($) => $.do.noSecond)}
          </p>
          <OpenRecord id={candidate.id} label={t(($) => $.acts.compare)} />
        </>
      )
    case 'other':
      return (
        <>
          <p>{t(($) => $.do.other)}</p>
          <div>
            <CertassurLetter candidate={candidate} />
          </div>
        </>
      )
    default:
      return assertNever(problem)
  }
}

function OpenRecord({ id, label }: { id: string; label: string }) {
  const { going } = useTools()
  return (
    <div className={styles.acts}>
      <Button variant="default" onClick={() => void going.go({ screen: 'candidates', id })}>
        {label}
      </Button>
    </div>
  )
}

/** Rule 3: only to the registered address; whoever cannot read it any more is first helped to another one. */
function CodesHelp({ caller: { record } }: { caller: Caller }) {
  const { t } = useTranslation('help')
  const help = useHelp()
  const busy = useStore(help, (state) => state.busy)
  const { candidate } = record
  const his = useHisWords(candidate)
  if (candidate.login === null || candidate.email === null) {
    return (
      <>
        <p>{t(($) => (candidate.email === null ? $.do.noEmail : $.do.noLogin))}</p>
        <OpenRecord id={candidate.id} label={t(($) => $.acts.open)} />
      </>
    )
  }
  const asked = record.changes.some(({ kind, status }) => kind === 'codes.send' && status === 'pending')
  const email = maskEmail(candidate.email)
  return (
    <>
      <Say to={candidate}>{his.t(($) => $.tell.codes, { email, login: candidate.login ?? '' })}</Say>
      <p>{t(($) => (asked ? $.do.codesAsked : $.do.codes))}</p>
      <div className={styles.acts}>
        <Button
          leftSection={<IconMailForward size={16} stroke={1.75} aria-hidden />}
          data-disabled={asked || undefined}
          aria-disabled={asked}
          aria-busy={busy}
          onClick={() => !asked && void help.sendCodes()}
        >
          {t(($) => $.acts.sendCodes)}
        </Button>
        <Button variant="default" onClick={() => help.choose('email')}>
          {t(($) => $.acts.otherEmail)}
        </Button>
      </div>
    </>
  )
}
