import { useTranslation } from 'react-i18next'
import type { ExchangeLine } from '../../shared/calls/sync.ts'
import { useFieldText } from '../i18n/errorText.ts'
import { Facts, Part } from '../ui/Detail.tsx'
import { enteredValues } from './act.ts'
import styles from './EnteredValues.module.css'
import { useActWords } from './useActWords.ts'

/** The values as they were entered: kept whatever Certassur answered. */
export function EnteredValues({ line }: { line: ExchangeLine }) {
  const { t } = useTranslation('exchange')
  const words = useActWords()
  const fieldText = useFieldText()
  const values = enteredValues(line)
  if (values.length === 0) return null
  return (
    <Part title={t(($) => $.detail.values)}>
      <Facts
        facts={values.map(({ field, value, theirs, wrong }) => ({
          label: words.field(field),
          value: (
            <>
              {words.value(field, value)}
              {theirs && (
                <small className={styles.theirs}>
                  {t(($) => $.detail.theirs, { value: words.value(field, theirs.value) })}
                </small>
              )}
              {wrong && <small className={styles.wrong}>{fieldText(wrong)}</small>}
            </>
          ),
        }))}
      />
    </Part>
  )
}
