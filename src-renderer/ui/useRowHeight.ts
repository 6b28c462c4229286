import type { CSSProperties } from 'react'
import { usePreference } from './preferences.ts'

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

const heights: Readonly<Record<Density, number>> = { comfortable: 36, compact: 28 }

export const useDensity = () =>
  usePreference<Density>('density', (kept) => densities.find((known) => known === kept) ?? 'comfortable')

/** Pixels of a list's row, as this operator likes it. */
export const useRowHeight = (): number => heights[useDensity()[0]]

/** The same for a style sheet, as `--row-height`. */
export const useRowHeightStyle = (): CSSProperties => Object.fromEntries([['--row-height', `${useRowHeight()}px`]])
