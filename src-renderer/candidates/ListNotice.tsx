import { Button } from '@mantine/core'
import { IconCircleCheck, IconInbox, IconUserSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useTools } from '../tools.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListState } from '../ui/ListState.tsx'
import { useCandidates } from './store.ts'

const noneOf = { toReview: 'noneToReview', incomplete: 'noneIncomplete', coming: 'noneComing' } as const
const noMatchIn = { toReview: 'noMatchToReview', incomplete: 'noMatchIncomplete', coming: 'noMatchComing' } as const

/** What stands above or instead of the rows: an error, an empty desk, a search without a result. */
export function ListNotice() {
  const { t } = useTranslation('candidates')
  const { t: creationText } = useTranslation('creation')
  const { sync: store, leaving } = useTools()
  const firstLoad = useStore(store, ({ sync }) => sync?.firstLoad ?? false)
  const { list, begin } = useCandidates()
  const { all, answered, answeredOnly } = useStore(list)
  const create = async () => {
    if (await leaving.leave()) begin()
  }
  const everybody = (
    <Button variant="default" onClick={() => list.filter('all')}>
      {t(($) => $.filter.showAll)}
    </Button>
  )
  return (
    <ListState list={list}>
      {all === 0 ? (
        <EmptyState
          icon={IconInbox}
          title={firstLoad ? t(($) => $.empty.first) : t(($) => $.empty.none)}
          help={firstLoad ? t(($) => $.empty.firstHelp) : t(($) => $.empty.noneHelp)}
        />
      ) : answeredOnly !== 'all' && answered.trim() === '' ? (
        <EmptyState
          icon={IconCircleCheck}
          title={t(($) => $.empty[noneOf[answeredOnly]])}
          help={t(($) => $.empty[`${noneOf[answeredOnly]}Help`])}
        >
          {everybody}
        </EmptyState>
      ) : answeredOnly !== 'all' ? (
        <EmptyState
          icon={IconUserSearch}
          title={t(($) => $.empty.noMatch, { text: answered })}
          help={t(($) => $.empty[noMatchIn[answeredOnly]])}
        >
          {everybody}
        </EmptyState>
      ) : (
        <EmptyState
          icon={IconUserSearch}
          title={t(($) => $.empty.noMatch, { text: answered })}
          help={t(($) => $.empty.noMatchHelp)}
        >
          <Button variant="default" onClick={() => void create()}>
            {creationText(($) => $.fromSearch)}
          </Button>
          <Button variant="subtle" onClick={() => list.type('')}>
            {t(($) => $.search.clear)}
          </Button>
        </EmptyState>
      )}
    </ListState>
  )
}
