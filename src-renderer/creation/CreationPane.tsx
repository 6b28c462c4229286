import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useCandidates } from '../candidates/store.ts'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { useWork } from '../ui/leaving.ts'
import pane from '../ui/Pane.module.css'
import { Pane } from '../ui/Pane.tsx'
import { RestoredNotice } from '../ui/RestoredNotice.tsx'
import { useShortcut } from '../ui/useShortcut.ts'
import { CreationFields, LanguageField } from './CreationFields.tsx'
import { CreationFoot } from './CreationFoot.tsx'
import styles from './CreationPane.module.css'
import { stateOf } from './elsewhereStore.ts'
import { focusField, focusNext } from './focus.ts'
import { fieldOf } from './form.ts'
import { MatchList } from './MatchList.tsx'
import { StandingLine } from './StandingLine.tsx'
import { useCreation } from './useCreation.ts'
import { WaitingList } from './WaitingList.tsx'
import './texts.ts'

interface CreationPaneProps {
  /** Nobody is created for now. */
  readonly onBack: () => void
  /** This record is to open and take the focus. */
  readonly onOpen: (id: string) => void
}

/** A new candidate beside the list: looked for first, compared, and only then created. */
export function CreationPane({ onBack, onOpen }: CreationPaneProps) {
  const { t } = useTranslation('creation')
  const { leaving } = useTools()
  const id = useStore(useCandidates().creation, (state) => state.id)
  const back = async () => {
    if (await leaving.leave()) onBack()
  }
  return (
    <Pane label={t(($) => $.pane)} onBack={() => void back()} flowing>
      <CreationForm key={id} onBack={() => void back()} onOpen={onOpen} />
    </Pane>
  )
}

function CreationForm({ onBack, onOpen }: CreationPaneProps) {
  const { t } = useTranslation('creation')
  const { leaving } = useTools()
  const { creation, standing, keeps } = useCreation()
  const { typed, restoredAt, saveError } = useStore(creation)
  const form = useRef<HTMLFormElement>(null)
  const named = `${typed.lastName.toLocaleUpperCase('fr')} ${typed.firstName}`.trim()

  useWork(leaving, {
    name: named || t(($) => $.begin),
    pending: creation.pending,
    save: creation.keep,
    discard: creation.close,
  })
  useShortcut('Escape', onBack)
  useEffect(() => focusField(form.current, 'lastName'), [])

  const create = async () => {
    const [wrong] = creation.wrong()
    const record = await creation.create()
    if (record) onOpen(record.candidate.id)
    else if (wrong) focusField(form.current, fieldOf(wrong))
  }
  /** What the one primary button says. */
  const proceed = async () => {
    if (standing.kind === 'toCheck') await creation.search.ask()
    else if (standing.kind === 'ready' && standing.checked.by === 'certassur') await create()
    else if (keeps && (await creation.keep())) onBack()
  }
  useShortcut('Ctrl+S', () => void proceed())
  // The record that Certassur was asked for opens as soon as it is here.
  const arrived = useStore(creation.elsewhere, ({ acts }) => [...acts.values()].some((one) => stateOf(one) === 'here'))
  const openArrived = useEffectEvent(async () => {
    const id = await creation.arrive()
    if (id !== null) onOpen(id)
  })
  useEffect(() => {
    if (arrived) void openArrived()
  }, [arrived])
  const startAgain = () => {
    creation.close()
    void creation.begin()
  }
  const goOn = () => {
    if ('checked' in standing) focusNext(form.current)
    else if (!keeps) void creation.search.ask()
  }

  return (
    <form
      ref={form}
      className={pane.opened}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void proceed()
      }}
    >
      <div className={pane.scroll}>
        <header className={styles.head}>
          <h2 className={styles.title}>{t(($) => $.title)}</h2>
        </header>
        <RestoredNotice edit={{ restoredAt, dirty: true, keepRestored: creation.seen, revert: startAgain }} />
        <div className={styles.sides}>
          <div className={styles.typed}>
            <CreationFields onEnter={goOn} />
            <StandingLine />
            <LanguageField />
            {saveError && (
              <div className={styles.block}>
                <ErrorNotice error={saveError} />
              </div>
            )}
          </div>
          <div className={styles.found}>
            <MatchList onOpen={onOpen} onDecided={() => requestAnimationFrame(() => focusNext(form.current))} />
            <WaitingList />
          </div>
        </div>
      </div>
      <CreationFoot onCreate={() => void create()} onGiveUp={onBack} />
    </form>
  )
}
