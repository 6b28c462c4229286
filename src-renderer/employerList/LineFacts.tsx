import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ListRow } from '../../shared/calls/employerList.ts'
import type { WrongPart } from '../../shared/employerList/lines.ts'
import { useFieldText } from '../i18n/errorText.ts'
import { useFormat } from '../i18n/format.ts'
import { Facts, Part } from '../ui/Detail.tsx'
import { Notice } from '../ui/Notice.tsx'

const fields = ['lastName', 'firstName', 'birthDate', 'email', 'phone', 'language'] as const

/** What stands in the list, and for a refused line what is wrong with it. */
export function LineFacts({ row: { values, written, wrong } }: { row: ListRow }) {
  const { t } = useTranslation('employerList')
  const format = useFormat()
  const textOf = (field: (typeof fields)[number]): string => {
    if (!values) return written[field]
    if (field === 'language') return t(($) => $.languages[values.language])
    return field === 'birthDate' && values.birthDate ? format.day(values.birthDate) : (values[field] ?? '')
  }
  return (
    <>
      {wrong.length > 0 && (
        <Notice tone="bad" icon={IconAlertTriangle} title={t(($) => $.line.wrong)}>
          {wrong.map((part) => (
            <Wrong key={part.field} part={part} />
          ))}
          <p>{t(($) => $.line.refusedHelp)}</p>
        </Notice>
      )}
      <Part title={t(($) => $.line.data)}>
        <Facts
          facts={fields.map((field) => ({
            label: t(($) => $.meanings[field]),
            value: textOf(field) || t(($) => $.line.empty),
          }))}
        />
      </Part>
    </>
  )
}

function Wrong({ part }: { part: WrongPart }) {
  const { t } = useTranslation('employerList')
  const fieldText = useFieldText()
  if (part.field === 'line') {
    return <p>{part.code === 'line.cells' ? t(($) => $.wrong.cells) : t(($) => $.wrong.quotes)}</p>
  }
  const { field, code } = part
  return (
    <p>
      <b>{t(($) => $.meanings[field])}</b> · {fieldText(code)}
    </p>
  )
}
