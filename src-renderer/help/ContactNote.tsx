import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { type ContactOutcome, contactOutcomes, type ContactProblem } from '../../shared/contact.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './HelpScreen.module.css'
import { useHelp } from './store.ts'

/** What usually comes of each problem: one press is enough to note it. */
const usual: Readonly<Record<ContactProblem, ContactOutcome>> = {
  codes: 'explained',
  email: 'recordChanged',
  name: 'recordChanged',
  attestation: 'explained',
  twoAccounts: 'mergeAsked',
  other: 'certassurAsked',
}

/** One line for the contact log. */
export function ContactNote({ problem }: { problem: ContactProblem }) {
  const { t } = useTranslation('help')
  const help = useHelp()
  const { busy, done } = useStore(help)
  const [outcome, setOutcome] = useState<ContactOutcome>(usual[problem])
  const [note, setNote] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void help.note(outcome, note.trim() || null).then((noted) => noted && setNote(''))
  }
  if (done) {
    return (
      <Notice tone="ok" icon={IconCheck} title={t(($) => $.note.done)} role="status">
        <p>{t(($) => $.outcome[done])}</p>
      </Notice>
    )
  }
  return (
    <form className={styles.note} onSubmit={submit}>
      <NativeSelect
        label={t(($) => $.note.outcome)}
        value={outcome}
        onChange={(event) =>
          setOutcome(contactOutcomes.find((one) => one === event.currentTarget.value) ?? usual[problem])
        }
        data={contactOutcomes
          .filter((one) => one !== 'codesSent')
          .map((value) => ({ value, label: t(($) => $.outcome[value]) }))}
      />
      <TextInput
        label={t(($) => $.note.label)}
        value={note}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" aria-busy={busy}>
        {t(($) => $.note.submit)}
      </Button>
    </form>
  )
}
