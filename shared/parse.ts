import type { z } from 'zod'
import {
  type AppError,
  type ErrorCode,
  type FieldCode,
  type FieldError,
  fail,
  fieldCodes,
  ok,
  type Result,
} from './result.ts'

const known = new Set<string>(fieldCodes)
const isFieldCode = (text: string): text is FieldCode => known.has(text)

/**
 * Checks a value against a schema and answers with data instead of an exception.
 *
 * A rule names its field code as zod's message (`z.string().max(120, 'field.tooLong')`); any other issue becomes
 * `field.invalid`. All wrong fields are reported at once. The message names fields only, never their values.
 */
export function parse<S extends z.ZodType>(schema: S, value: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const fields = new Map<string, FieldError>()
  for (const issue of parsed.error.issues) {
    const field = issue.path.map(String).join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(' ') : '')
    if (fields.has(field)) continue
    const code = isFieldCode(issue.message) ? issue.message : 'field.invalid'
    const params = issue.code === 'too_big' ? { max: Number(issue.maximum) } : undefined
    fields.set(field, params ? { field, code, params } : { field, code })
  }
  return fail('input.invalid', `invalid: ${[...fields.keys()].join(', ')}`, { fields: [...fields.values()] })
}

/** Carries an error as data through code that can only throw (a transaction that must roll back). */
export class Refusal extends Error {
  readonly error: AppError
  constructor(error: AppError) {
    super(error.message)
    this.error = error
  }
}

/** Ends what is under way, a transaction say, with an error as data. */
export const refuse = (code: ErrorCode, why: string, params?: AppError['params']): never => {
  throw new Refusal(fail(code, why, params && { params }).error)
}

/** A refusal thrown on the way becomes the result that it carries; any other exception stays one. */
export async function asResult<T>(work: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.error }
    throw error
  }
}
