import { useTranslation } from 'react-i18next'
import { type ChangeKind, changeKinds } from '../../shared/changes/change.ts'
import { marks, refusalReasons } from '../../shared/checkIn.ts'
import { documentKinds } from '../../shared/attestation.ts'
import { candidateLanguages } from '../../shared/candidate.ts'
import { sessionModes } from '../../shared/session.ts'
import { useFormat } from '../i18n/format.ts'
import { useCentreNames } from '../sync/useCentre.ts'
import type { ActField } from './act.ts'
import './texts.ts'

const identities = ['matches', 'differs', 'notSeen'] as const
const ways = ['printer', 'file'] as const
const decisions = ['same', 'different'] as const
const known = <V extends string>(values: readonly V[], value: unknown): V | undefined =>
  values.find((one) => one === value)

/** What was done, and what was entered, in words: for the exchange, and for the history of a record. */
export function useActWords() {
  const { t, i18n } = useTranslation('exchange')
  const format = useFormat()
  const names = useCentreNames()
  const list = new Intl.ListFormat(i18n.language)
  const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

  function word(field: ActField, value: unknown): string | undefined {
    if (field === 'language') {
      const one = known(candidateLanguages, value)
      return one && t(($) => $.values.language[one])
    }
    if (field === 'mode') {
      const one = known(sessionModes, value)
      return one && t(($) => $.values.mode[one])
    }
    if (field === 'mark') {
      const one = known(marks, value)
      return one && t(($) => $.values.mark[one])
    }
    if (field === 'identity') {
      const one = known(identities, value)
      return one && t(($) => $.values.identity[one])
    }
    if (field === 'refusal') {
      const one = known(refusalReasons, value)
      return one && t(($) => $.values.refusal[one])
    }
    if (field === 'documentKind') {
      const one = known(documentKinds, value)
      return one && t(($) => $.values.documentKind[one])
    }
    if (field === 'decision') {
      const one = known(decisions, value)
      return one && t(($) => $.values.decision[one])
    }
    if (field === 'takeEmail') return t(($) => $.values.takeEmail[value === true ? 'yes' : 'no'])
    if (field === 'way') {
      const one = known(ways, value)
      return one && t(($) => $.values.way[one])
    }
    return undefined
  }

  return {
    /** A kind that this program does not know yet is shown by its own name. */
    act(kind: string): string {
      const one: ChangeKind | undefined = known(changeKinds, kind)
      return one ? t(($) => $.kinds[one]) : kind
    },
    field: (field: ActField): string => t(($) => $.fields[field]),
    value(field: ActField, value: unknown): string {
      if (value === null || value === undefined || value === '') return t(($) => $.values.nothing)
      if (field === 'exams') return list.format(texts(value).map(names.exam))
      if (field === 'controllers') return list.format(texts(value).map((id) => names.staff(id) || id))
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
      if (field === 'locationId') return names.location(text)
      if (field === 'date' || field === 'birthDate') return format.day(text)
      if (field === 'at' || field === 'closedAt' || field === 'issuedAt')
        return t(($) => $.values.instant, { date: format.date(text), time: format.time(text) })
      return word(field, value) ?? text
    },
  }
}
