import type palette from '../i18n/fr/palette.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    palette: typeof palette
  }
}
