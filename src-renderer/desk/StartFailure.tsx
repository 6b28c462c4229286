import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/result.ts'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import styles from './EntryFrame.module.css'

/** The window could not even learn its state: say so, and let it be tried again. */
export function StartFailure({ error }: { error: AppError }) {
  const { t } = useTranslation('common')
  const { deskStore } = useTools()
  return (
    <main className={styles.main}>
      <section className={styles.sheet}>
        <ErrorNotice error={error}>
          <Button variant="default" className={styles.inNotice} onClick={() => void deskStore.start()}>
            {t(($) => $.retry)}
          </Button>
        </ErrorNotice>
      </section>
    </main>
  )
}
