import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionRecord } from '../../shared/calls/session.ts'
import type { SentChange } from '../../shared/calls/sync.ts'
import { sameValue } from '../../shared/merge.ts'
import { sessionFields } from '../../shared/session.ts'
import { useErrorText } from '../i18n/errorText.ts'
import { RefusedNotice as Refused } from '../ui/RefusedNotice.tsx'
import { fieldOf } from './form.ts'
import { useSessions } from './store.ts'
import { useNames } from './useNames.ts'
import type { SessionForm } from './useSessionForm.ts'

interface RefusedNoticeProps {
  readonly record: SessionRecord
  readonly change: SentChange
  readonly edit: SessionForm
}

/** Central refused an act on the session: an edit has values to take up again, any other act is sent again or not. */
export function RefusedNotice({ record: { session }, change, edit }: RefusedNoticeProps) {
  const { t } = useTranslation('sessions')
  const { open } = useSessions()
  const names = useNames()
  const errorText = useErrorText()
  const verdict = change.verdict?.status === 'rejected' ? change.verdict : null
  const isEdit = change.kind === 'session.edit'
  const fields = isEdit ? sessionFields.filter((field) => field in change.patch) : []
  const text = verdict && errorText(verdict)
  // Values that the session has by now leave nothing to take up.
  const differs = fields.some((field) => !sameValue(change.patch[field], session[field]))
  const act =
    change.kind === 'session.create'
      ? 'create'
      : change.kind === 'session.cancel'
        ? 'cancel'
        : isEdit
          ? 'edit'
          : 'other'
  return (
    <Refused
      title={t(($) => $.refused.title[act])}
      reason={
        text && (
          <>
            <p>
              {text.what} {text.why} {t(($) => $.refused.kept)}
            </p>
            {!differs && <p>{text.next}</p>}
          </>
        )
      }
      fields={fields}
      name={(field) => names.inSentence([field])}
      value={(field) => names.value(field, change.patch[field])}
      wrong={(field) => verdict?.fields?.find((one) => fieldOf(one) === field)}
      taken={edit.settling === change.id ? t(($) => $.taken) : null}
      texts={{ take: t(($) => $.refused.take), done: t(($) => $.refused.done) }}
      onTake={isEdit && differs ? () => edit.take(change.id, change.patch) : null}
      onDone={() => void open.closeChange(change.id)}
    >
      {(!isEdit || differs) && (
        <Button variant="default" onClick={() => void open.retryChange(change.id)}>
          {t(($) => $.refused.retry)}
        </Button>
      )}
    </Refused>
  )
}
