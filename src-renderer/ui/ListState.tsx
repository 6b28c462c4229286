import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type StoreApi, useStore } from 'zustand'
import type { AppError } from '../../shared/result.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import styles from './ListState.module.css'

interface ListFacts {
  readonly error: AppError | null
  readonly loaded: boolean
  readonly total: number
}

interface ListStateProps {
  readonly list: Pick<StoreApi<ListFacts>, 'getState' | 'getInitialState' | 'subscribe'> & { refresh(): void }
  /** Where no row is. */
  readonly children: ReactNode
}

/** What stands above or instead of the rows of a list: an error, or that there is nothing. */
export function ListState({ list, children }: ListStateProps) {
  const { t } = useTranslation('common')
  const { error, loaded, total } = useStore(list)
  if (error)
    return (
      <div className={styles.notice}>
        <ErrorNotice error={error}>
          <Button variant="default" onClick={() => list.refresh()}>
            {t(($) => $.retry)}
          </Button>
        </ErrorNotice>
      </div>
    )
  return loaded && total === 0 ? <div className={styles.over}>{children}</div> : null
}
