import type help from '../i18n/fr/help.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    help: typeof help
  }
}
