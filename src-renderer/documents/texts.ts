import type documents from '../i18n/fr/documents.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    documents: typeof documents
  }
}
