import type exchange from '../i18n/fr/exchange.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    exchange: typeof exchange
  }
}
