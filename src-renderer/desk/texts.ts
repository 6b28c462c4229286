import type desk from '../i18n/fr/desk.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    desk: typeof desk
  }
}
