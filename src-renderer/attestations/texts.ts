import type attestations from '../i18n/fr/attestations.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    attestations: typeof attestations
  }
}
