import type printBatch from '../i18n/fr/printBatch.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    printBatch: typeof printBatch
  }
}
