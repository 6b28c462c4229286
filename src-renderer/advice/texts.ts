import type advice from '../i18n/fr/advice.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    advice: typeof advice
  }
}
