import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type FieldErrors, type Resolver, useForm, useWatch } from 'react-hook-form'
import { type CandidateField, candidateFields, type CandidatePatch } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import type { FieldConflict } from '../../shared/merge.ts'
import type { FieldError } from '../../shared/result.ts'
import { todayInBelgium } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import type { Drafts } from '../ui/drafts.ts'
import { useDraft } from '../ui/useDraft.ts'
import { draftKey, draftOf, restore } from './draft.ts'
import { baseOf, fieldOf, type FormBase, follow, type FormValues, ontoAnother, resume, review, shown } from './form.ts'
import { holdsWork, settledBy, type Taken, versionsOf } from '../ui/editing.ts'
import type { OpenRecord } from './recordStore.ts'

const toFormErrors = (wrong: readonly FieldError[]): FieldErrors<FormValues> =>
  Object.fromEntries(
    wrong.flatMap((error) => {
      const field = fieldOf(error)
      return field ? [[field, { type: error.code, types: { max: String(error.params?.max ?? '') } }]] : []
    }),
  )

type Conflicts = Readonly<Record<string, FieldConflict<string | null>>>

/**
 * The form of one open record.
 *
 * It follows the record when it changes outside, without touching a field that somebody is typing in, and turns what was
 * typed into an edit. An earlier edit that is taken up again stays what it is until the new one is saved, which settles it.
 * What is typed is kept as a draft; one that was left behind stands in the fields at once.
 */
export function useRecordForm(record: CandidateRecord, open: OpenRecord, drafts: Drafts) {
  const { now } = useTools()
  const today = () => todayInBelgium(now())
  const key = draftKey(record.candidate.id)
  const [start] = useState(() => {
    const draft = draftOf(record, drafts.getState().found)
    const restored = draft && restore(draft, record.candidate, today())
    const fresh = baseOf(record.candidate)
    const none = { base: fresh, typed: shown(fresh.values), was: null, at: null }
    return restored ? { ...restored, at: draft.at } : none
  })
  const [typedIn, setTypedIn] = useState(start.was)
  const [base, setBase] = useState(start.base)
  // The same base for the callbacks below, which outlive a render.
  const current = useRef(base)
  const [taken, setTaken] = useState<Taken<CandidateField> | null>(null)

  const resolver: Resolver<FormValues> = (values) => {
    const { wrong } = review(values, current.current, today())
    return wrong.length > 0 ? { values: {}, errors: toFormErrors(wrong) } : { values, errors: {} }
  }
  const form = useForm<FormValues>({ defaultValues: start.typed, resolver, mode: 'onTouched' })
  const typed: FormValues = { ...shown(base.values), ...useWatch({ control: form.control }) }
  const state = review(typed, base, today())
  const dirty = holdsWork(state)

  const draft = useDraft({ drafts, key, at: start.at, content: { typed, base }, dirty })

  const put = (next: FormBase, values: FormValues) => {
    current.current = next
    setBase(next)
    for (const field of candidateFields) {
      if (form.getValues(field) === values[field]) continue
      form.setValue(field, values[field])
      form.clearErrors(field)
    }
  }

  // The record that the form is about: it becomes another one when it is merged while it is open.
  const about = useRef(record.candidate.id)
  const followRecord = useEffectEvent(({ candidate, formerly }: CandidateRecord) => {
    const before = current.current
    const from = about.current === candidate.id ? before : ontoAnother(before, candidate)
    about.current = candidate.id
    // From here on it is a draft of this record.
    if (start.was || from !== before) for (const id of formerly) drafts.forget(draftKey(id))
    const next = follow(from, candidate, form.getValues(), today())
    put(next.base, next.typed)
  })
  useEffect(() => followRecord(record), [record])

  const settling = settledBy(taken, state)

  const send = async (
    patch: CandidatePatch,
    from: FormBase,
    closes: string | null,
    codes = false,
  ): Promise<boolean> => {
    const saved = await open.save(patch, versionsOf(patch, from), closes, codes)
    const errors = toFormErrors(saved ? [] : (open.getState().saveError?.fields ?? []))
    for (const field of candidateFields) if (errors[field]) form.setError(field, errors[field])
    return saved
  }

  const save = async (codes = false): Promise<boolean> => {
    if (!(await form.trigger(undefined, { shouldFocus: true }))) return false
    const { patch } = review(form.getValues(), current.current, today())
    if (Object.keys(patch).length === 0) return codes ? open.sendCodes() : true
    const saved = await send(patch, current.current, settling, codes)
    if (!saved) return false
    setTaken(null)
    draft.seen()
    return true
  }

  return {
    form,
    typed,
    base,
    dirty,
    restoredAt: draft.restoredAt,
    /** The record as it was when something was typed in it that was left behind, and that has become this one since. */
    typedIn,
    seenMerged: () => setTypedIn(null),
    keepRestored: draft.seen,
    /** What was typed is given up with the form. */
    discard: draft.forget,
    /** The id of the earlier edit that saving would settle. */
    settling,
    save: () => save(),
    /** Saves what was typed, if anything, and has the codes sent after it: one act. */
    saveAndSendCodes: () => save(true),
    /** Puts every field back as the record is. */
    revert() {
      const fresh = baseOf(record.candidate)
      put(fresh, shown(fresh.values))
      form.clearErrors()
      setTaken(null)
      draft.seen()
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
