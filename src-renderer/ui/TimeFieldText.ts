import { fail, ok, type Result } from '../../shared/result.ts'

/** An hour as people type it: 9, 900, 9:00, 9.30, 9h30, 9u30. An empty text is no hour. The value is `HH:mm`. */
export function readTime(text: string): Result<string | null> {
  const typed = text.trim()
  if (typed === '') return ok(null)
  const found = /^(\d{1,2})\s*[:.,hu]?\s*(\d{2})?\s*[hu]?$/i.exec(typed)
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2] ?? '0')]
  if (!found || hours > 23 || minutes > 59)
    return fail('input.invalid', 'invalid: time', { fields: [{ field: 'time', code: 'time.invalid' }] })
  return ok(`${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`)
}
