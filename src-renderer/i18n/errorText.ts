import { useTranslation } from 'react-i18next'
import type { AppError, ErrorCode, FieldCode, FieldError } from '../../shared/result.ts'

export interface ErrorText {
  readonly what: string
  readonly why: string
  readonly next: string
}

/** The sentences of an error. A code without its sentences does not compile. */
export function useErrorText(): (error: { code: ErrorCode; params?: AppError['params'] }) => ErrorText {
  const { t } = useTranslation('errors')
  return ({ code, params = {} }) => ({
    what: t(($) => $[code].what, { replace: params }),
    why: t(($) => $[code].why, { replace: params }),
    next: t(($) => $[code].next, { replace: params }),
  })
}

/** The sentence under a field. */
export function useFieldText(): (code: FieldCode, params?: FieldError['params']) => string {
  const { t } = useTranslation('fields')
  return (code, params = {}) => t(($) => $[code], { replace: params })
}
