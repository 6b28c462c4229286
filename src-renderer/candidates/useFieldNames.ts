import { useTranslation } from 'react-i18next'
import type { CandidateField } from '../../shared/candidate.ts'
import { showBirthDate } from './birthDate.ts'

/** Fields and their values as a sentence or a comparison names them. */
export function useFieldNames() {
  const { t, i18n } = useTranslation('candidates')
  const list = new Intl.ListFormat(i18n.language)
  return {
    /** @param more what was done beside them, in words */
    inSentence: (fields: readonly CandidateField[], more: readonly string[] = []) =>
      list.format([...fields.map((field) => t(($) => $.inSentence[field])), ...more]),
    value(field: CandidateField, value: string | null): string {
      if (value === null || value === '') return t(($) => $.record.nothing)
      if (field === 'birthDate') return showBirthDate(value)
      const isLanguage = field === 'language' && (value === 'fr' || value === 'nl' || value === 'de')
      return isLanguage ? t(($) => $.languages[value]) : value
    },
  }
}
