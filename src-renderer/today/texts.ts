import type today from '../i18n/fr/today.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    today: typeof today
  }
}
