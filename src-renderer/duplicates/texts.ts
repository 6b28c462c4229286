import type duplicates from '../i18n/fr/duplicates.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    duplicates: typeof duplicates
  }
}
