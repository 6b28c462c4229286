import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, inBelgium } from '../../shared/time.ts'
import { useTools } from '../tools.ts'

/** A day (`YYYY-MM-DD`) as people say it: today, tomorrow, samedi 28/11; the year when it is another one. */
export function useDayText(): (day: string) => string {
  const { t, i18n } = useTranslation('common')
  const { now } = useTools()
  const locale = i18n.language === 'nl' ? 'nl-BE' : 'fr-BE'
  const say = useMemo(() => {
    const parts = { weekday: 'long', day: '2-digit', month: '2-digit', timeZone: 'UTC' } as const
    return {
      near: new Intl.DateTimeFormat(locale, parts),
      far: new Intl.DateTimeFormat(locale, { ...parts, year: 'numeric' }),
    }
  }, [locale])
  return (day) => {
    const today = inBelgium(now()).date
    if (day === today) return t(($) => $.days.today)
    if (day === addDays(today, 1)) return t(($) => $.days.tomorrow)
    if (day === addDays(today, -1)) return t(($) => $.days.yesterday)
    const format = day.slice(0, 4) === today.slice(0, 4) ? say.near : say.far
    return format.format(new Date(`${day}T00:00:00Z`))
  }
}

/** A whole day, for a title: samedi 28 novembre 2026. */
export function useLongDay(): (day: string) => string {
  const { i18n } = useTranslation()
  const locale = i18n.language === 'nl' ? 'nl-BE' : 'fr-BE'
  return (day) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
