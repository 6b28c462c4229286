import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowsSplit2, IconHourglass, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ExchangeLine } from '../../shared/calls/sync.ts'
import { assertNever } from '../../shared/result.ts'
import { useErrorText } from '../i18n/errorText.ts'
import { Detail } from '../ui/Detail.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useTools } from '../tools.ts'
import { actLook, stateOf } from './act.ts'
import { ActSteps } from './ActSteps.tsx'
import { EnteredValues } from './EnteredValues.tsx'
import { useExchange } from './store.ts'
import { useActWords } from './useActWords.ts'

interface ActDetailProps {
  readonly line: ExchangeLine
  /** The line is dealt with: its buttons are gone. */
  readonly onDone: () => void
}

/** One act: what was entered, how far it is, what Certassur answered, and what to do about it. */
export function ActDetail({ line, onDone }: ActDetailProps) {
  const { t } = useTranslation('exchange')
  const { acts } = useExchange()
  const words = useActWords()
  const error = useStore(acts, (state) => state.error)
  const state = stateOf(line)
  return (
    <Detail
      title={<b>{words.act(line.kind)}</b>}
      tag={<Tag {...actLook[state]}>{t(($) => $.state[state])}</Tag>}
      meta={`${line.subject} · ${t(($) => $.detail.by, { name: line.actorName })}`}
      acts={<Acts line={line} onDone={onDone} />}
    >
      {error && <ErrorNotice error={error} />}
      <Answer line={line} />
      <EnteredValues line={line} />
      <ActSteps line={line} />
    </Detail>
  )
}

/** Why it is not simply done, when it is not. */
function Answer({ line }: { line: ExchangeLine }) {
  const { t } = useTranslation('exchange')
  const errorText = useErrorText()
  const { list } = useExchange()
  const words = useActWords()
  const { verdict, waitsFor } = line
  if (verdict === null) {
    if (waitsFor === null) return null
    const parent = [...list.getState().pages.values()].flat().find(({ id }) => id === waitsFor)
    const title = parent
      ? t(($) => $.detail.waitsFor, { what: `${words.act(parent.kind)} · ${parent.subject}` })
      : t(($) => $.detail.waitsForOther)
    return <Notice tone="neutral" icon={IconHourglass} title={title} />
  }
  switch (verdict.status) {
    case 'rejected': {
      const text = errorText(verdict)
      return (
        <Notice tone="bad" icon={IconAlertTriangle} title={t(($) => $.detail.refused)}>
          <p>
            {text.what} {text.why}
          </p>
          <p>{text.next}</p>
        </Notice>
      )
    }
    case 'conflict':
      return (
        <Notice tone="hold" icon={IconArrowsSplit2} title={t(($) => $.detail.conflict)}>
          <p>{t(($) => $.detail.conflictHelp)}</p>
        </Notice>
      )
    case 'accepted':
      return verdict.flags?.length ? (
        <Notice tone="warn" icon={IconInfoCircle} title={t(($) => $.detail.flags)}>
          {verdict.flags.map((flag) => (
            <p key={flag}>{t(($) => $.flags[flag])}</p>
          ))}
        </Notice>
      ) : null
    default:
      return assertNever(verdict)
  }
}

function Acts({ line, onDone }: ActDetailProps) {
  const { t } = useTranslation('exchange')
  const { going } = useTools()
  const exchange = useExchange()
  const state = stateOf(line)
  const asks = state === 'refused' || state === 'conflict'
  const { candidateId, sessionId } = line
  const act = async (done: Promise<boolean>) => {
    if (await done) onDone()
  }
  return (
    <>
      {asks && (
        <Button variant="subtle" title={t(($) => $.acts.closeHelp)} onClick={() => void act(exchange.close(line.id))}>
          {t(($) => $.acts.close)}
        </Button>
      )}
      {state === 'refused' && (
        <Button variant="default" title={t(($) => $.acts.retryHelp)} onClick={() => void act(exchange.retry(line.id))}>
          {t(($) => $.acts.retry)}
        </Button>
      )}
      {sessionId !== null && going.has('sessions') && (
        <Button
          variant={asks && candidateId === null ? 'filled' : 'default'}
          onClick={() => void going.go({ screen: 'sessions', id: sessionId })}
        >
          {t(($) => $.acts.openSession)}
        </Button>
      )}
      {candidateId !== null && going.has('candidates') && (
        <Button
          variant={asks ? 'filled' : 'default'}
          onClick={() => void going.go({ screen: 'candidates', id: candidateId })}
        >
          {t(($) => $.acts.openCandidate)}
        </Button>
      )}
    </>
  )
}
