import type candidates from '../i18n/fr/candidates.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    candidates: typeof candidates
  }
}
