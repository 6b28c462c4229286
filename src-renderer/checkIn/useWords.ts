import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type CheckIn, refusalReasons } from '../../shared/checkIn.ts'
import type { Session } from '../../shared/session.ts'
import { useFormat } from '../i18n/format.ts'
import { useCentreNames } from '../sync/useCentre.ts'
import { languageOf } from './keys.ts'

/** The words of the door in the language of the screen: exams, days, marks. */
export interface Words {
  /** The exams' short names; a code that the centre does not know is shown as it is. */
  exams(codes: readonly string[]): string
  /** A calendar day without its year: samedi 28/11. */
  day(date: string): string
  /** Location and room. */
  place(location: string, session: Pick<Session, 'room'>): string
  mark(mark: CheckIn): string
}

export function useWords(): Words {
  const { t, i18n } = useTranslation('checkIn')
  const format = useFormat()
  const { exam } = useCentreNames()
  const language = languageOf(i18n.language)
  const weekday = useMemo(
    () =>
      new Intl.DateTimeFormat(`${language}-BE`, { weekday: 'long', day: '2-digit', month: '2-digit', timeZone: 'UTC' }),
    [language],
  )
  return {
    exams: (codes) => together(codes.map(exam)),
    day: (date) => weekday.format(new Date(`${date}T00:00:00Z`)),
    place: (location, { room }) => (room ? `${location}, ${room}` : location),
    mark(mark) {
      const time = format.time(mark.at)
      const { mark: kind } = mark
      if (kind !== 'notAdmitted') return t(($) => $.mark[kind], { time })
      const reason = refusalReasons.find((known) => known === mark.refusal)
      if (!reason) return t(($) => $.mark.notAdmitted)
      const said = reason === 'other' && mark.remark ? mark.remark : t(($) => $.refusal.short[reason])
      return t(($) => $.mark.notAdmittedWhy, { reason: said })
    },
  }
}

/** "Module 1, Module 3" is said "Module 1, 3": a column is narrow and somebody reads it standing. */
function together(names: readonly string[]): string {
  const head = (name: string) => name.slice(0, name.lastIndexOf(' ') + 1)
  return names
    .map((name, at) => {
      const before = names[at - 1]
      return before !== undefined && head(before) === head(name) ? name.slice(head(name).length) : name
    })
    .join(', ')
}
