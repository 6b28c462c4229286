import { useTranslation } from 'react-i18next'
import { type InterfaceLanguage, interfaceLanguages } from '../../shared/operator.ts'
import { useTools } from '../tools.ts'
import styles from './LanguageSwitch.module.css'

/** French or Dutch, at once and everywhere, without touching what stands in a form. */
export function LanguageSwitch({ language }: { language: InterfaceLanguage }) {
  const { t } = useTranslation('common')
  const { deskStore } = useTools()
  return (
    <div className={styles.group} role="group" aria-label={t(($) => $.language.label)}>
      {interfaceLanguages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          className={styles.choice}
          aria-pressed={one === language}
          title={t(($) => $.language[one])}
          onClick={() => void deskStore.speak(one)}
        >
          {one}
          <span className={styles.name}> {t(($) => $.language[one])}</span>
        </button>
      ))}
    </div>
  )
}
