import type settings from '../i18n/fr/settings.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    settings: typeof settings
  }
}
