import type checkIn from '../i18n/fr/checkIn.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    checkIn: typeof checkIn
  }
}
