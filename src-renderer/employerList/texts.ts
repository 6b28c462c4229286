import type employerList from '../i18n/fr/employerList.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    employerList: typeof employerList
  }
}
