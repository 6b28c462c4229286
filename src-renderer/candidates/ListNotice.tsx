import { Button } from '@mantine/core'
import { IconCircleCheck, IconInbox, IconUserSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useTools } from '../tools.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import styles from './CandidateList.module.css'
import { useCandidates } from './store.ts'

/** What stands above or instead of the rows: an error, an empty desk, a search without a result. */
export function ListNotice() {
  const { t } = useTranslation('candidates')
  const { t: common } = useTranslation('common')
  const { sync: store } = useTools()
  const firstLoad = useStore(store, ({ sync }) => sync?.firstLoad ?? false)
  const { list } = useCandidates()
  const { loaded, error, total, all, answered, answeredOnly } = useStore(list)
  if (error) {
    return (
      <div className={styles.notice}>
        <ErrorNotice error={error}>
          <Button variant="default" onClick={() => list.refresh()}>
            {common(($) => $.retry)}
          </Button>
        </ErrorNotice>
      </div>
    )
  }
  if (!loaded || total > 0) return null
  const everybody = (
    <Button variant="default" onClick={() => list.filter('all')}>
      {t(($) => $.filter.showAll)}
    </Button>
  )
  return (
    <div className={styles.over}>
      {all === 0 ? (
        <EmptyState
          icon={IconInbox}
          title={firstLoad ? t(($) => $.empty.first) : t(($) => $.empty.none)}
          help={firstLoad ? t(($) => $.empty.firstHelp) : t(($) => $.empty.noneHelp)}
        />
      ) : answeredOnly === 'toReview' && answered.trim() === '' ? (
        <EmptyState
          icon={IconCircleCheck}
          title={t(($) => $.empty.noneToReview)}
          help={t(($) => $.empty.noneToReviewHelp)}
        >
          {everybody}
        </EmptyState>
      ) : answeredOnly === 'toReview' ? (
        <EmptyState
          icon={IconUserSearch}
          title={t(($) => $.empty.noMatch, { text: answered })}
          help={t(($) => $.empty.noMatchToReview)}
        >
          {everybody}
        </EmptyState>
      ) : (
        <EmptyState
          icon={IconUserSearch}
          title={t(($) => $.empty.noMatch, { text: answered })}
          help={t(($) => $.empty.noMatchHelp)}
        >
          <Button variant="default" onClick={() => list.type('')}>
            {t(($) => $.search.clear)}
          </Button>
        </EmptyState>
      )}
    </div>
  )
}
