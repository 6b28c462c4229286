import { Button, PasswordInput, TextInput } from '@mantine/core'
import { IconEye, IconEyeOff, IconShieldLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type DeskState, pairingHelps } from '../../shared/calls/desk.ts'
import type { AppError } from '../../shared/result.ts'
import { useFieldText } from '../i18n/errorText.ts'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import styles from './EntryFrame.module.css'

export function SignInScreen({ desk }: { desk: DeskState }) {
  const { t } = useTranslation('desk')
  const { deskStore } = useTools()
  const fieldText = useFieldText()
  const [error, setError] = useState<AppError | null>(null)
  const [shown, setShown] = useState(false)
  const form = useForm({ defaultValues: { username: '', password: '' } })
  const { errors, isSubmitting } = form.formState

  const signIn = form.handleSubmit(async ({ username, password }) => {
    setError(null)
    const refused = await deskStore.signIn({ username: username.trim(), password })
    setError(refused)
    if (refused) form.setFocus('password', { shouldSelect: true })
  })

  return (
    <EntryFrame
      desk={desk}
      title={t(($) => $.signIn.title)}
      intro={desk.desk ? t(($) => $.signIn.place, { centre: desk.desk.centre, desk: desk.desk.name }) : undefined}
      small={
        <>
          <IconShieldLock size={16} stroke={1.75} aria-hidden />
          {desk.keyring ? t(($) => $.signIn.keyring) : t(($) => $.signIn.passwordOnly)}
        </>
      }
    >
      <form className={styles.form} onSubmit={(event) => void signIn(event)} noValidate>
        <TextInput
          label={t(($) => $.signIn.username)}
          error={errors.username && fieldText('field.required')}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          {...form.register('username', { validate: (name) => name.trim() !== '' })}
        />
        <PasswordInput
          label={t(($) => $.signIn.password)}
          error={errors.password && fieldText('field.required')}
          autoComplete="off"
          maxLength={1000}
          visible={shown}
          onVisibilityChange={setShown}
          rightSection={
            <button
              type="button"
              className={styles.reveal}
              aria-label={shown ? t(($) => $.signIn.hide) : t(($) => $.signIn.show)}
              title={shown ? t(($) => $.signIn.hide) : t(($) => $.signIn.show)}
              onClick={() => setShown(!shown)}
            >
              {shown ? (
                <IconEyeOff size={17} stroke={1.75} aria-hidden />
              ) : (
                <IconEye size={17} stroke={1.75} aria-hidden />
              )}
            </button>
          }
          {...form.register('password', { validate: (password) => password !== '' })}
        />
        {error && (
          <ErrorNotice error={error}>
            {pairingHelps.has(error.code) && (
              <div className={styles.inNotice}>
                <p>{t(($) => $.signIn.relinkHelp)}</p>
                <Button variant="default" onClick={() => deskStore.relink(true)}>
                  {t(($) => $.signIn.relink)}
                </Button>
              </div>
            )}
          </ErrorNotice>
        )}
        <div className={styles.acts}>
          <Button type="submit" loading={isSubmitting}>
            {t(($) => $.signIn.submit)}
          </Button>
        </div>
      </form>
    </EntryFrame>
  )
}
