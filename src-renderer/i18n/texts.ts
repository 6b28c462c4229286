import type common from './fr/common.json'
import type errors from './fr/errors.json'
import type fields from './fr/fields.json'

/**
 * The texts that every screen may use, known to the compiler.
 *
 * A feature adds its own namespace the same way, in a `texts.ts` beside its screen: no central list names them. The key
 * separator is a slash because error codes hold dots.
 */
declare module 'i18next' {
  interface CustomTypeOptions {
    enableSelector: true
    keySeparator: '/'
    defaultNS: 'common'
  }
  interface ResourceNamespaceMap {
    common: typeof common
    errors: typeof errors
    fields: typeof fields
  }
}
