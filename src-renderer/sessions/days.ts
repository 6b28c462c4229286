import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Days and months in words, for headings; a day is `YYYY-MM-DD`, the same wherever the PC stands. */
export interface DayNames {
  /** samedi 28 novembre 2026 */
  long(day: string): string
  /** samedi 28 novembre */
  heading(day: string): string
  /** novembre 2026, of `YYYY-MM` */
  month(month: string): string
  /** lun. */
  weekday(day: string): string
}

function namesFor(language: string): DayNames {
  const locale = language === 'nl' ? 'nl-BE' : 'fr-BE'
  const name = (parts: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' })
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`))
  }
  const month = name({ month: 'long', year: 'numeric' })
  return {
    long: name({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    heading: name({ weekday: 'long', day: 'numeric', month: 'long' }),
    month: (one) => month(`${one}-01`),
    weekday: name({ weekday: 'short' }),
  }
}

export function useDayNames(): DayNames {
  const { i18n } = useTranslation()
  return useMemo(() => namesFor(i18n.language), [i18n.language])
}
