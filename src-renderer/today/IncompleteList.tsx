import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Today } from '../../shared/calls/today.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { PersonName } from '../ui/Detail.tsx'
import { useDayText } from '../ui/useDayText.ts'
import { Block } from './Block.tsx'
import block from './Block.module.css'

const shown = 8

/** Who will sit an exam soon with a record that lacks something. */
export function IncompleteList({ today: { incomplete, incompleteTotal } }: { today: Today }) {
  const { t, i18n } = useTranslation('today')
  const format = useFormat()
  const dayText = useDayText()
  const { going } = useTools()
  const list = new Intl.ListFormat(i18n.language)
  if (incomplete.length === 0 || !going.has('candidates')) return null
  const rest = incompleteTotal - Math.min(incomplete.length, shown)
  return (
    <Block title={t(($) => $.incomplete.title)} count={format.number(incompleteTotal)}>
      <ul className={block.lines}>
        {incomplete.slice(0, shown).map(({ candidateId, sessionId, lastName, firstName, missing, date }) => (
          <li key={`${candidateId} ${sessionId}`}>
            <button
              type="button"
              className={block.open}
              onClick={() => void going.go({ screen: 'candidates', id: candidateId })}
            >
              <span className={block.what}>
                <PersonName lastName={lastName} firstName={firstName} />
                <span className={block.help}>
                  {t(($) => $.incomplete.missing, {
                    fields: list.format(missing.map((field) => t(($) => $.incomplete.fields[field]))),
                  })}{' '}
                  · {dayText(date)}
                </span>
              </span>
              <IconChevronRight className={block.go} size={16} stroke={1.75} aria-hidden />
            </button>
          </li>
        ))}
        {rest > 0 && (
          <li>
            <button
              type="button"
              className={block.open}
              onClick={() => void going.go({ screen: 'candidates', only: 'incomplete' })}
            >
              <span className={block.what}>
                {t(($) => $.incomplete.more, { count: rest })}
                <span className={block.help}>{t(($) => $.incomplete.all)}</span>
              </span>
              <IconChevronRight className={block.go} size={16} stroke={1.75} aria-hidden />
            </button>
          </li>
        )}
      </ul>
    </Block>
  )
}
