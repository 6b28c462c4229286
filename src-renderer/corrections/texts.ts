import type corrections from '../i18n/fr/corrections.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    corrections: typeof corrections
  }
}
