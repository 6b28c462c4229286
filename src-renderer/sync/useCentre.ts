import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useTools } from '../tools.ts'

/** Ids and codes of the centre as words; unknown ones as they are. */
export function useCentreNames() {
  const { i18n } = useTranslation()
  const centre = useStore(useTools().centre, (state) => state.centre)
  const language = i18n.language === 'nl' ? 'nl' : 'fr'
  const exam = (code: string) => centre?.exams.find((one) => one.code === code)
  return {
    exam: (code: string): string => exam(code)?.short[language] ?? code,
    examTitle: (code: string): string => exam(code)?.title[language] ?? code,
    location: (id: string): string => centre?.locations.find((one) => one.id === id)?.name ?? '',
    staff: (id: string): string => centre?.staff.find((one) => one.id === id)?.name ?? '',
    centre: centre?.name ?? '',
  }
}
