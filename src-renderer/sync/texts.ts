import type sync from '../i18n/fr/sync.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    sync: typeof sync
  }
}
