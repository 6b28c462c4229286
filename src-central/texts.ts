import { createInstance, type i18n } from 'i18next'

type Language = 'fr' | 'nl'

/**
 * The texts of one part of central, ready in both languages. Whoever puts one into markup escapes it there.
 */
export function textsOf(
  namespace: string,
  texts: Readonly<Record<Language, object>>,
): Readonly<Record<Language, i18n>> {
  const inLanguage = (language: Language): i18n => {
    const instance = createInstance()
    void instance.init({
      lng: language,
      fallbackLng: false,
      resources: { [language]: { [namespace]: texts[language] } },
      ns: [namespace],
      keySeparator: '/',
      initAsync: false,
      interpolation: { escapeValue: false },
    })
    return instance
  }
  return { fr: inLanguage('fr'), nl: inLanguage('nl') }
}
