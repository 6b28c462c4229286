import {
  type Icon,
  IconArrowsLeftRight,
  IconCalendarEvent,
  IconLanguage,
  IconLock,
  IconUser,
  IconUserPlus,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { inBelgium } from '../../shared/time.ts'
import { useFormat } from '../i18n/format.ts'
import type { Screen } from '../shell/screens.ts'
import { useTools } from '../tools.ts'
import '../creation/texts.ts'
import { useDayText } from '../ui/useDayText.ts'
import { findSessions, matches } from './match.ts'
import type { Palette } from './store.ts'
import './texts.ts'

/** One line of the palette. */
export interface Entry {
  readonly key: string
  readonly group: 'candidates' | 'sessions' | 'actions'
  readonly icon: Icon
  /** Written in capitals before the label: the family name. */
  readonly strong?: string
  readonly label: string
  readonly hint?: string
  readonly run: () => void
}

/** What answers the text typed: people, sessions, actions, in this order. */
export function useEntries(palette: Palette, screens: readonly Screen[]): readonly Entry[] {
  const { t, i18n } = useTranslation('palette')
  const { t: creation } = useTranslation('creation')
  const { going, sync, deskStore, leaving, now } = useTools()
  const { text, candidates, sessions } = useStore(palette)
  const format = useFormat()
  const dayText = useDayText()
  // The same hooks each time: the screens of an operator never change while he is signed in.
  const labels = screens.map((screen) => screen.useLabel())

  const lock = async () => {
    if (await leaving.leave()) await deskStore.lock()
  }
  const other = i18n.language === 'nl' ? 'fr' : 'nl'
  const actions: readonly Entry[] = [
    ...screens.map(
      ({ id, icon }, index): Entry => ({
        key: id,
        group: 'actions',
        icon,
        label: t(($) => $.actions.open, { screen: labels[index] ?? id }),
        hint: index < 9 ? `Ctrl ${index + 1}` : '',
        run: () => void going.go({ screen: id }),
      }),
    ),
    ...(going.has('candidates')
      ? [
          {
            key: 'new candidate',
            group: 'actions',
            icon: IconUserPlus,
            label: creation(($) => $.begin),
            run: () => void going.go({ screen: 'candidates', create: true }),
          } as const,
        ]
      : []),
    {
      key: 'exchange now',
      group: 'actions',
      icon: IconArrowsLeftRight,
      label: t(($) => $.actions.exchange),
      hint: 'F5',
      run: () => void sync.now(),
    },
    {
      key: 'language',
      group: 'actions',
      icon: IconLanguage,
      label: t(($) => $.actions[other]),
      run: () => void deskStore.speak(other),
    },
    { key: 'lock', group: 'actions', icon: IconLock, label: t(($) => $.actions.lock), run: () => void lock() },
  ]

  return [
    ...candidates.map(
      ({ id, lastName, firstName, birthDate, login }): Entry => ({
        key: `candidate ${id}`,
        group: 'candidates',
        icon: IconUser,
        strong: lastName,
        label: firstName,
        hint: [birthDate && format.day(birthDate), login].filter(Boolean).join(' · '),
        run: () => void going.go({ screen: 'candidates', id }),
      }),
    ),
    ...(going.has('sessions') ? findSessions(sessions, text, inBelgium(now()).date) : []).map(
      ({ session: { id, date, startTime, room }, location }): Entry => ({
        key: `session ${id}`,
        group: 'sessions',
        icon: IconCalendarEvent,
        label: `${dayText(date)} ${startTime} · ${location}`,
        hint: room ?? '',
        run: () => void going.go({ screen: 'sessions', id }),
      }),
    ),
    ...actions.filter(({ label }) => matches(label, text)),
  ]
}
