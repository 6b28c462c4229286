import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type FieldErrors, type Resolver, useForm, useWatch } from 'react-hook-form'
import { type CandidateField, candidateFields, type CandidatePatch } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import type { FieldConflict } from '../../shared/merge.ts'
import type { FieldError } from '../../shared/result.ts'
import { todayInBelgium } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { baseOf, type FormBase, follow, type FormValues, holdsWork, resume, review, shown, versionsOf } from './form.ts'
import type { OpenRecord } from './recordStore.ts'

const toFormErrors = (wrong: readonly FieldError[]): FieldErrors<FormValues> =>
  Object.fromEntries(
    wrong.map(({ field, code, params }) => [field, { type: code, types: { max: String(params?.max ?? '') } }]),
  )

/**
 * The form of one open record.
 *
 * It follows the record when it changes outside, without touching a field that somebody is typing in, and turns what was
 * typed into an edit.
 */
export function useRecordForm(record: CandidateRecord, open: OpenRecord) {
  const { now } = useTools()
  const today = () => todayInBelgium(now())
  const [base, setBase] = useState(() => baseOf(record.candidate))
  // The same base for the callbacks below, which outlive a render.
  const current = useRef(base)

  const resolver: Resolver<FormValues> = (values) => {
    const { wrong } = review(values, current.current, today())
    return wrong.length > 0 ? { values: {}, errors: toFormErrors(wrong) } : { values, errors: {} }
  }
  const form = useForm<FormValues>({ defaultValues: shown(base.values), resolver, mode: 'onTouched' })
  const typed: FormValues = { ...shown(base.values), ...useWatch({ control: form.control }) }
  const state = review(typed, base, today())

  const put = (next: FormBase, values: FormValues) => {
    current.current = next
    setBase(next)
    for (const field of candidateFields) {
      if (form.getValues(field) === values[field]) continue
      form.setValue(field, values[field])
      form.clearErrors(field)
    }
  }

  const followRecord = useEffectEvent(({ candidate }: CandidateRecord) => {
    const next = follow(current.current, candidate, form.getValues(), today())
    put(next.base, next.typed)
  })
  useEffect(() => followRecord(record), [record])

  const save = async (): Promise<boolean> => {
    if (!(await form.trigger(undefined, { shouldFocus: true }))) return false
    const { patch } = review(form.getValues(), current.current, today())
    if (Object.keys(patch).length === 0) return true
    const saved = await open.save(patch, versionsOf(patch, current.current))
    const wrong = saved ? [] : (open.getState().saveError?.fields ?? [])
    for (const { field, code } of wrong) {
      const known = candidateFields.find((one) => one === field)
      if (known) form.setError(known, { type: code })
    }
    return saved
  }

  return {
    form,
    typed,
    base,
    dirty: holdsWork(state),
    save,
    /** Puts every field back as the record is. */
    revert() {
      const fresh = baseOf(record.candidate)
      put(fresh, shown(fresh.values))
      form.clearErrors()
    },
    /** Writes the values of an earlier edit into the fields again. */
    take(patch: CandidatePatch, theirs: Readonly<Record<string, FieldConflict>> = {}) {
      const wanted = shown(patch)
      const values = Object.fromEntries((Object.keys(patch) as CandidateField[]).map((field) => [field, wanted[field]]))
      put(resume(current.current, record.candidate, patch, theirs), { ...form.getValues(), ...values })
    },
  }
}
export type RecordForm = ReturnType<typeof useRecordForm>
