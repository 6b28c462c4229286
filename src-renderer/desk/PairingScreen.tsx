import { Button, TextInput } from '@mantine/core'
import { IconWorld } from '@tabler/icons-react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { DeskState } from '../../shared/calls/desk.ts'
import type { AppError } from '../../shared/result.ts'
import { useFieldText } from '../i18n/errorText.ts'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import styles from './EntryFrame.module.css'

/** Makes this PC a desk of a centre, once; again when its file or its link is lost. */
export function PairingScreen({ desk }: { desk: DeskState }) {
  const { t } = useTranslation('desk')
  const { deskStore } = useTools()
  const fieldText = useFieldText()
  const [error, setError] = useState<AppError | null>(null)
  const form = useForm({ defaultValues: { address: desk.desk?.central ?? '', code: '' } })
  const { errors, isSubmitting } = form.formState
  const again = desk.phase !== 'unpaired'
  const filled = (text: string) => text.trim() !== ''

  const pair = form.handleSubmit(async ({ address, code }) => {
    setError(null)
    setError(await deskStore.pair({ address: address.trim(), code: code.trim() }))
  })

  return (
    <EntryFrame
      desk={desk}
      title={t(($) => $.pairing.title)}
      intro={again ? t(($) => $.pairing.relink) : undefined}
      small={
        <>
          <IconWorld size={16} stroke={1.75} aria-hidden />
          {t(($) => $.pairing.intro)}
        </>
      }
    >
      <form className={styles.form} onSubmit={(event) => void pair(event)} noValidate>
        <TextInput
          label={t(($) => $.pairing.address)}
          description={t(($) => $.pairing.addressHelp)}
          error={errors.address && fieldText('field.required')}
          autoFocus
          spellCheck={false}
          maxLength={300}
          {...form.register('address', { validate: filled })}
        />
        <TextInput
          label={t(($) => $.pairing.code)}
          description={t(($) => $.pairing.codeHelp)}
          error={errors.code && fieldText('field.required')}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          {...form.register('code', { validate: filled })}
        />
        {error && <ErrorNotice error={error} />}
        <div className={styles.acts}>
          <Button type="submit" loading={isSubmitting}>
            {t(($) => $.pairing.submit)}
          </Button>
          {again && (
            <Button variant="subtle" onClick={() => deskStore.relink(false)}>
              {t(($) => $.pairing.back)}
            </Button>
          )}
        </div>
      </form>
    </EntryFrame>
  )
}
