import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const zone = 'Europe/Brussels'
const dayParts = { day: '2-digit', month: '2-digit', year: 'numeric' } as const

/** Dates, hours and numbers as the reader's language writes them; instants are shown in Belgian time. */
export interface Format {
  /** An instant's day: 21/11/2026. */
  date(instant: string): string
  /** An instant's hour: 10:42. */
  time(instant: string): string
  /**
   * A calendar day without an hour (`YYYY-MM-DD`), the same wherever the PC stands. Of an imported record only the year
   * or the month may be known: it is shown as far as it goes.
   */
  day(day: string): string
  number(value: number): string
  isToday(instant: string): boolean
}

/** Numbers with a full no-break space: the narrow one that French asks for is nearly invisible at 14 px. */
export const numberFor = (language: string): ((value: number) => string) => {
  const number = new Intl.NumberFormat(localeOf(language))
  return (value) => number.format(value).replaceAll('\u202f', '\u00a0')
}

const localeOf = (language: string): string => (language === 'nl' ? 'nl-BE' : 'fr-BE')

function formatFor(language: string, now: () => number): Format {
  const locale = localeOf(language)
  const date = new Intl.DateTimeFormat(locale, { ...dayParts, timeZone: zone })
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone })
  const day = new Intl.DateTimeFormat(locale, { ...dayParts, timeZone: 'UTC' })
  const number = numberFor(language)
  return {
    date: (instant) => date.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    day: (iso) => {
      // A year alone would be read as its first day.
      const instant = new Date(iso.length < 10 ? Number.NaN : `${iso}T00:00:00Z`)
      return Number.isNaN(instant.getTime()) ? iso.split('-').toReversed().join('/') : day.format(instant)
    },
    number,
    isToday: (instant) => date.format(new Date(instant)) === date.format(now()),
  }
}

export function useFormat(): Format {
  const { i18n } = useTranslation()
  return useMemo(() => formatFor(i18n.language, Date.now), [i18n.language])
}

/** Today in Belgium as `YYYY-MM-DD`, to judge a birth date. */
export const todayInBelgium = (now: number): string =>
  new Intl.DateTimeFormat('en-CA', { ...dayParts, timeZone: zone }).format(now)
