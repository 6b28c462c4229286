import type creation from '../i18n/fr/creation.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    creation: typeof creation
  }
}
