import { Autocomplete, NativeSelect } from '@mantine/core'
import { IconIdOff, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { EmployerListState, ListChoices } from '../../shared/calls/employerList.ts'
import { candidateLanguages } from '../../shared/candidate.ts'
import { areUsable } from '../../shared/employerList/columns.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './ColumnsStep.module.css'
import { ColumnTable } from './ColumnTable.tsx'
import { GiveUpButton } from './GiveUpButton.tsx'
import { NextButton, Step } from './Step.tsx'
import { useEmployerList } from './store.ts'

/** What each column is, whose list it is, and which language new people have. */
export function ColumnsStep({ list }: { list: EmployerListState }) {
  const { t } = useTranslation('employerList')
  const store = useEmployerList()
  const { busy, error } = useStore(store)
  const [choices, setChoices] = useState<ListChoices>(list.choices)
  const usable = areUsable(choices.columns)
  const set = (more: Partial<ListChoices>) => setChoices((before) => ({ ...before, ...more }))

  return (
    <Step
      title={t(($) => $.columns.title)}
      help={t(($) => $.columns.help)}
      foot={
        <>
          <GiveUpButton label={t(($) => $.columns.giveUp)} />
          <NextButton
            label={t(($) => $.columns.next)}
            busy={busy}
            ready={usable}
            onNext={() => void store.check(choices)}
          />
        </>
      }
    >
      <div className={styles.notices}>
        {error && <ErrorNotice error={error} />}
        {list.nationalNumbers.length > 0 && (
          <Notice tone="warn" icon={IconIdOff} title={t(($) => $.columns.droppedTitle)}>
            <p>{t(($) => $.columns.droppedHelp)}</p>
          </Notice>
        )}
        {!usable && <Notice tone="hold" icon={IconInfoCircle} title={t(($) => $.columns.unusable)} role="status" />}
      </div>
      <div className={styles.fields}>
        <Autocomplete
          label={t(($) => $.columns.employer)}
          description={t(($) => $.columns.employerHelp)}
          value={choices.employer}
          data={list.employers.map((employer) => employer)}
          maxLength={120}
          onChange={(employer) => set({ employer })}
        />
        <NativeSelect
          label={t(($) => $.columns.language)}
          description={t(($) => $.columns.languageHelp)}
          value={choices.language}
          data={candidateLanguages.map((value) => ({ value, label: t(($) => $.languages[value]) }))}
          onChange={(event) => {
            const language = candidateLanguages.find((known) => known === event.currentTarget.value)
            if (language) set({ language })
          }}
        />
      </div>
      <p className={styles.facts}>
        {t(($) => $.columns.lines, { count: list.lines })}
        {list.remembered && ` · ${t(($) => $.columns.remembered)}`}
      </p>
      <ColumnTable list={list} columns={choices.columns} onChange={(columns) => set({ columns })} />
    </Step>
  )
}
