import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type FieldErrors, type Resolver, useForm, useWatch } from 'react-hook-form'
import { type CandidateField, candidateFields, type CandidatePatch } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import type { FieldConflict } from '../../shared/merge.ts'
import type { FieldError } from '../../shared/result.ts'
import { todayInBelgium } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import {
  baseOf,
  fieldOf,
  type FormBase,
  follow,
  type FormValues,
  holdsWork,
  resume,
  review,
  shown,
  versionsOf,
} from './form.ts'
import type { OpenRecord } from './recordStore.ts'

const toFormErrors = (wrong: readonly FieldError[]): FieldErrors<FormValues> =>
  Object.fromEntries(
    wrong.flatMap((error) => {
      const field = fieldOf(error)
      return field ? [[field, { type: error.code, types: { max: String(error.params?.max ?? '') } }]] : []
    }),
  )

type Conflicts = Readonly<Record<string, FieldConflict>>

/** An earlier edit whose values stand in the fields again. */
interface Taken {
  readonly changeId: string
  readonly fields: readonly CandidateField[]
}

/**
 * The form of one open record.
 *
 * It follows the record when it changes outside, without touching a field that somebody is typing in, and turns what was
 * typed into an edit. An earlier edit that is taken up again stays what it is until the new one is saved, which settles it.
 */
export function useRecordForm(record: CandidateRecord, open: OpenRecord) {
  const { now } = useTools()
  const today = () => todayInBelgium(now())
  const [base, setBase] = useState(() => baseOf(record.candidate))
  // The same base for the callbacks below, which outlive a render.
  const current = useRef(base)
  const [taken, setTaken] = useState<Taken | null>(null)

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

  // Somebody who put all of its fields back has not taken it up after all.
  const settling = taken?.fields.some((field) => field in state.patch || state.wrong.some((one) => one.field === field))
    ? taken.changeId
    : null

  const send = async (patch: CandidatePatch, from: FormBase, closes: string | null): Promise<boolean> => {
    const saved = await open.save(patch, versionsOf(patch, from), closes)
    const errors = toFormErrors(saved ? [] : (open.getState().saveError?.fields ?? []))
    for (const field of candidateFields) if (errors[field]) form.setError(field, errors[field])
    return saved
  }

  const save = async (): Promise<boolean> => {
    if (!(await form.trigger(undefined, { shouldFocus: true }))) return false
    const { patch } = review(form.getValues(), current.current, today())
    if (Object.keys(patch).length === 0) return true
    const saved = await send(patch, current.current, settling)
    if (saved) setTaken(null)
    return saved
  }

  return {
    form,
    typed,
    base,
    dirty: holdsWork(state),
    /** The id of the earlier edit that saving would settle. */
    settling,
    save,
    /** Puts every field back as the record is. */
    revert() {
      const fresh = baseOf(record.candidate)
      put(fresh, shown(fresh.values))
      form.clearErrors()
      setTaken(null)
    },
    /** Writes the values of an earlier edit into the fields again, to be corrected and saved. */
    take(changeId: string, patch: CandidatePatch, theirs: Conflicts = {}) {
      const wanted = shown(patch)
      const fields = Object.keys(patch) as CandidateField[]
      const values = Object.fromEntries(fields.map((field) => [field, wanted[field]]))
      put(resume(current.current, record.candidate, patch, theirs), { ...form.getValues(), ...values })
      setTaken({ changeId, fields })
      form.setFocus(candidateFields.find((field) => field in patch) ?? 'lastName')
    },
    /** Saves values of an earlier edit at once, beside whatever else stands in the fields, and settles it. */
    settle: (changeId: string, patch: CandidatePatch, theirs: Conflicts): Promise<boolean> =>
      send(patch, resume(current.current, record.candidate, patch, theirs), changeId),
  }
}
export type RecordForm = ReturnType<typeof useRecordForm>
