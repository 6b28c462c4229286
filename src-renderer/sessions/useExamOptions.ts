import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useTools } from '../tools.ts'

/** Exams to tick, each once, in words. */
export function useExamOptions(codes: readonly string[]) {
  const { i18n } = useTranslation()
  const centre = useStore(useTools().centre, (state) => state.centre)
  const language = i18n.language === 'nl' ? 'nl' : 'fr'
  return [...new Set(codes)].map((code) => {
    const exam = centre?.exams.find((one) => one.code === code)
    return { value: code, label: exam?.short[language] ?? code, title: exam?.title[language] ?? code }
  })
}
