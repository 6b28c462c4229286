import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SessionField } from '../../shared/session.ts'
import { useTools } from '../tools.ts'
import { showDay } from '../ui/DateFieldText.ts'

/** Places, exams and people of the centre as the screen names them, and the values of a session's fields. */
export function useNames() {
  const { t, i18n } = useTranslation('sessions')
  const centre = useStore(useTools().centre, (state) => state.centre)
  const language = i18n.language === 'nl' ? 'nl' : 'fr'
  const exam = (code: string) => centre?.exams.find((one) => one.code === code)?.short[language] ?? code
  // A line breaks between two exams, never within one.
  const exams = (codes: readonly string[]) => codes.map((code) => exam(code).replaceAll(' ', '\u00a0')).join(', ')
  const location = (id: string) => centre?.locations.find((one) => one.id === id)?.name ?? t(($) => $.unknown)
  const staff = (id: string) => centre?.staff.find((one) => one.id === id)?.name ?? t(($) => $.unknown)
  const list = new Intl.ListFormat(i18n.language)
  return {
    exam,
    exams,
    location,
    staff,
    inSentence: (fields: readonly SessionField[]) => list.format(fields.map((field) => t(($) => $.inSentence[field]))),
    /** A value that an earlier edit or central holds, for a comparison. */
    value(field: SessionField, value: unknown): string {
      if (Array.isArray(value)) {
        const names = value.map((one) => (field === 'exams' ? exam(String(one)) : staff(String(one))))
        return names.join(', ') || t(($) => $.nothing)
      }
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
      if (text === '') return t(($) => $.nothing)
      if (field === 'date') return showDay(text)
      if (field === 'locationId') return location(text)
      if (field === 'mode') return t(($) => $.modes[value === 'remote' ? 'remote' : 'room'])
      return text
    },
  }
}
