import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Chips } from '../ui/Chips.tsx'
import { useCandidates } from './store.ts'

const filters = ['incomplete', 'toReview', 'coming'] as const

/** Which of the records the list shows, and how many there are; the filter stays in sight while it is on. */
export function Filter() {
  const { t } = useTranslation('candidates')
  const { list } = useCandidates()
  const only = useStore(list, (state) => state.only)
  const counts = useStore(list, (state) => state.counts)
  return (
    <Chips
      label={t(($) => $.filter.label)}
      value={only}
      chips={[
        { value: 'all', label: t(($) => $.filter.all) },
        ...filters.map((filter) => ({
          value: filter,
          label:
            counts[filter] === 0
              ? t(($) => $.filter[filter])
              : t(($) => $.filter[`${filter}Count`], { count: counts[filter] }),
          disabled: counts[filter] === 0 && only !== filter,
        })),
      ]}
      onChoose={list.filter}
    />
  )
}
