import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Draft } from '../../shared/calls/kept.ts'
import type { SessionRecord } from '../../shared/calls/session.ts'
import type { FieldConflict } from '../../shared/merge.ts'
import type { AppError, FieldError } from '../../shared/result.ts'
import { type SessionField, sessionFields, type SessionPatch, type SessionValues } from '../../shared/session.ts'
import { todayInBelgium } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { holdsWork, settledBy, type Taken, versionsOf } from '../ui/editing.ts'
import { useDraft } from '../ui/useDraft.ts'
import { draftKey, newKey, type NewDraft, restore, restoreNew } from './draft.ts'
import {
  baseOf,
  differs,
  emptyForm,
  fieldOf,
  type FormBase,
  follow,
  type FormValues,
  resume,
  review,
  shown,
} from './form.ts'
import { useSessions } from './store.ts'

type Conflicts = Readonly<Record<string, FieldConflict>>

/** The fields typed in since central or the main process found them wrong. */
interface Answered {
  readonly error: AppError | null
  readonly fields: ReadonlySet<SessionField | undefined>
}

/** What a session that does not exist yet begins with. */
interface Beginning {
  readonly values: Partial<FormValues>
  readonly copy: boolean
}

interface Start {
  readonly first: FormValues
  readonly base: FormBase | null
  readonly typed: FormValues
  readonly at: string | null
}

/** What stands in the fields at first: the session, or what a new one begins with, and over it what was left behind. */
function startOf(
  record: SessionRecord | null,
  values: Partial<FormValues>,
  draft: Draft | undefined,
  today: string,
): Start {
  if (!record) {
    const first = { ...emptyForm, ...values }
    const restored = draft && restoreNew(draft)
    return { first, base: null, typed: restored?.typed ?? first, at: restored ? draft.at : null }
  }
  const base = baseOf(record.session)
  const first = shown(base.values)
  const restored = draft && restore(draft, record.session, today)
  return { first, base, typed: first, ...restored, at: restored ? draft.at : null }
}

/**
 * The form of the open session, or of a new one.
 *
 * It follows the session when it changes outside, without touching a field that somebody is typing in. An earlier edit
 * that is taken up again stays what it is until the new one is saved, which settles it. What is typed is kept as a draft;
 * one that was left behind stands in the fields at once.
 */
export function useSessionForm(
  record: SessionRecord | null,
  { values, copy }: Beginning = { values: {}, copy: false },
) {
  const { now } = useTools()
  const { open, drafts } = useSessions()
  const saveError = useStore(open, (state) => state.saveError)
  const today = todayInBelgium(now())
  const key = record ? draftKey(record.session.id) : newKey
  const [start] = useState(() => startOf(record, values, drafts.getState().found?.get(key), today))
  const { first } = start
  const [base, setBase] = useState(start.base)
  const [typed, setTyped] = useState(start.typed)
  // Nothing is called wrong before its field was left or the whole was to be saved.
  const [left, setLeft] = useState<ReadonlySet<SessionField>>(new Set())
  const [taken, setTaken] = useState<Taken<SessionField> | null>(null)
  // Central or the main process said it of a value that stands there still.
  const [answered, setAnswered] = useState<Answered>({ error: null, fields: new Set() })
  const form = useRef<HTMLFormElement>(null)
  const state = review(typed, base, today)

  const [followed, setFollowed] = useState(record)
  if (record && base && record !== followed) {
    const next = follow(base, record.session, typed, today)
    setFollowed(record)
    setBase(next.base)
    setTyped(next.typed)
  }

  const said = (saveError?.fields ?? []).filter(
    (error) => answered.error !== saveError || !answered.fields.has(fieldOf(error)),
  )
  const wrong = [...state.wrong.filter(({ field }) => left.has(field as SessionField)), ...said]
  const focus = (field: SessionField | undefined) =>
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>(`[name="${field}"]:not([type="hidden"])`)?.focus(),
    )

  const dirty = base ? holdsWork(state) : differs(typed, first)
  const content = base ? { typed, base } : ({ typed, start: first, copy } satisfies NewDraft)
  const draft = useDraft({ drafts, key, at: start.at, content, dirty })

  const settling = settledBy(taken, state)

  const send = (patch: SessionPatch, from: FormBase, closes: string | null): Promise<boolean> =>
    open.save(patch, versionsOf(patch, from), closes)

  return {
    form,
    typed,
    base,
    today,
    dirty,
    restoredAt: draft.restoredAt,
    keepRestored: draft.seen,
    /** What was typed is given up with the form. */
    discard: draft.forget,
    settling,
    errorOf: (field: SessionField): FieldError | undefined => wrong.find((error) => fieldOf(error) === field),
    set(values: Partial<FormValues>) {
      setTyped((before) => ({ ...before, ...values }))
      const fields = answered.error === saveError ? answered.fields : []
      setAnswered({
        error: saveError,
        fields: new Set([...fields, ...sessionFields.filter((field) => field in values)]),
      })
    },
    leave: (field: SessionField) => setLeft((before) => new Set(before).add(field)),
    async save(): Promise<boolean> {
      if (state.wrong.length > 0) {
        setLeft(new Set(sessionFields))
        focus(sessionFields.find((field) => state.wrong.some((error) => error.field === field)))
        return false
      }
      if (!base) {
        const created = await open.create(state.patch as SessionValues)
        if (created) draft.forget()
        return created
      }
      if (Object.keys(state.patch).length === 0) return true
      const saved = await send(state.patch, base, settling)
      if (!saved) return false
      setTaken(null)
      draft.seen()
      return true
    },
    /** Puts every field back as the session is. */
    revert() {
      const fresh = record && baseOf(record.session)
      setBase(fresh)
      setTyped(fresh ? shown(fresh.values) : first)
      setLeft(new Set())
      setAnswered({ error: saveError, fields: new Set(sessionFields) })
      setTaken(null)
      draft.seen()
    },
    /** Writes the values of an earlier edit into the fields again, to be corrected and saved. */
    take(changeId: string, patch: SessionPatch, theirs: Conflicts = {}) {
      if (!record || !base) return
      const fields = sessionFields.filter((field) => field in patch)
      const wanted = shown({ ...base.values, ...patch })
      setBase(resume(base, record.session, patch, theirs))
      setTyped({ ...typed, ...Object.fromEntries(fields.map((field) => [field, wanted[field]])) })
      setTaken({ changeId, fields })
      focus(fields[0])
    },
    /** Saves values of an earlier edit at once, beside whatever else stands in the fields, and settles it. */
    settle: (changeId: string, patch: SessionPatch, theirs: Conflicts): Promise<boolean> =>
      record && base ? send(patch, resume(base, record.session, patch, theirs), changeId) : Promise.resolve(false),
  }
}
export type SessionForm = ReturnType<typeof useSessionForm>
