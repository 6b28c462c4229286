import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { FieldError } from '../../shared/result.ts'
import { useFieldText } from '../i18n/errorText.ts'
import styles from './ChangeNotice.module.css'
import { Notice, NoticeActs } from './Notice.tsx'

interface RefusedNoticeProps<F extends string> {
  readonly title: string
  /** The paragraphs that say why. */
  readonly reason: ReactNode
  readonly fields: readonly F[]
  readonly name: (field: F) => string
  readonly value: (field: F) => string
  readonly wrong: (field: F) => FieldError | undefined
  /** What to say once the values stand in the fields again; null before. */
  readonly taken: string | null
  readonly texts: Readonly<Record<'take' | 'done', string>>
  /** None where nothing is left to take up. */
  readonly onTake: (() => void) | null
  readonly onDone: () => void
  /** What else can be done. */
  readonly children?: ReactNode
}

/** Central refused an act: why, which values stand kept, and what to do with them. */
export function RefusedNotice<F extends string>(props: RefusedNoticeProps<F>) {
  const fieldText = useFieldText()
  return (
    <Notice tone="bad" icon={IconAlertTriangle} title={props.title}>
      {props.reason}
      {props.fields.length > 0 && (
        <table className={styles.values}>
          <tbody>
            {props.fields.map((field) => {
              const wrong = props.wrong(field)
              return (
                <tr key={field}>
                  <th scope="row">{props.name(field)}</th>
                  <td>
                    {props.value(field)}
                    {wrong && <small>{fieldText(wrong.code)}</small>}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {props.taken !== null ? (
        <p className={styles.taken}>{props.taken}</p>
      ) : (
        <NoticeActs>
          {props.onTake && (
            <Button variant="default" onClick={props.onTake}>
              {props.texts.take}
            </Button>
          )}
          {props.children}
          <Button variant="subtle" onClick={props.onDone}>
            {props.texts.done}
          </Button>
        </NoticeActs>
      )}
    </Notice>
  )
}
