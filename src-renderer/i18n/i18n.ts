import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import { numberFor } from './format.ts'
import { resources } from './resources.ts'
import './texts.ts'

/** The interface in one language, switched later without a restart: components only render anew, forms keep their values. */
export function createTexts(language: InterfaceLanguage): i18n {
  const texts = createInstance()
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources,
    ns: Object.keys(resources.fr),
    defaultNS: 'common',
    keySeparator: '/',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  texts.services.formatter?.addCached('number', (spoken) => numberFor(spoken ?? language))
  return texts
}
