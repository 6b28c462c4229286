import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { SearchField } from '../ui/SearchField.tsx'
import { useCandidates } from './store.ts'

interface SearchBoxProps {
  readonly ref: RefObject<HTMLInputElement | null>
  /** The operator goes down into the list. */
  readonly onDown: () => void
}

/** Apart from the screen, which a typed letter must not draw anew. */
export function SearchBox({ ref, onDown }: SearchBoxProps) {
  const { t } = useTranslation('candidates')
  const { list } = useCandidates()
  return (
    <SearchField
      ref={ref}
      label={t(($) => $.search.label)}
      placeholder={t(($) => $.search.placeholder)}
      value={useStore(list, ({ text }) => text)}
      onType={list.type}
      onDown={onDown}
      autoFocus
    />
  )
}
