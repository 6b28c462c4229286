import type { CandidateField } from '../../shared/candidate.ts'

export const focusField = (form: HTMLFormElement | null, field: CandidateField | undefined): void =>
  form?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()

/** What is to be done next takes the keyboard: a record to decide about, the language to choose, or the one act. */
export function focusNext(form: HTMLFormElement | null): void {
  const places = [
    '[data-undecided] button',
    'select[name="language"]:has(> [value=""]:checked)',
    'button[type="submit"]',
  ]
  const [next] = places.flatMap((place) => form?.querySelector<HTMLElement>(place) ?? [])
  next?.focus()
}
