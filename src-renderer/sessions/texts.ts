import type sessions from '../i18n/fr/sessions.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    sessions: typeof sessions
  }
}
