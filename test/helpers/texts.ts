import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import type advice from '../../src-renderer/i18n/fr/advice.json'
import type attestations from '../../src-renderer/i18n/fr/attestations.json'
import type candidates from '../../src-renderer/i18n/fr/candidates.json'
import type checkIn from '../../src-renderer/i18n/fr/checkIn.json'
import type common from '../../src-renderer/i18n/fr/common.json'
import type corrections from '../../src-renderer/i18n/fr/corrections.json'
import type creation from '../../src-renderer/i18n/fr/creation.json'
import type desk from '../../src-renderer/i18n/fr/desk.json'
import type documents from '../../src-renderer/i18n/fr/documents.json'
import type duplicates from '../../src-renderer/i18n/fr/duplicates.json'
import type employerList from '../../src-renderer/i18n/fr/employerList.json'
import type errors from '../../src-renderer/i18n/fr/errors.json'
import type exchange from '../../src-renderer/i18n/fr/exchange.json'
import type fields from '../../src-renderer/i18n/fr/fields.json'
import type help from '../../src-renderer/i18n/fr/help.json'
import type palette from '../../src-renderer/i18n/fr/palette.json'
import type printBatch from '../../src-renderer/i18n/fr/printBatch.json'
import type sessions from '../../src-renderer/i18n/fr/sessions.json'
import type settings from '../../src-renderer/i18n/fr/settings.json'
import type shell from '../../src-renderer/i18n/fr/shell.json'
import type sync from '../../src-renderer/i18n/fr/sync.json'
import type today from '../../src-renderer/i18n/fr/today.json'

interface Texts {
  readonly advice: typeof advice
  readonly attestations: typeof attestations
  readonly candidates: typeof candidates
  readonly checkIn: typeof checkIn
  readonly common: typeof common
  readonly corrections: typeof corrections
  readonly creation: typeof creation
  readonly desk: typeof desk
  readonly documents: typeof documents
  readonly duplicates: typeof duplicates
  readonly employerList: typeof employerList
  readonly errors: typeof errors
  readonly exchange: typeof exchange
  readonly fields: typeof fields
  readonly help: typeof help
  readonly palette: typeof palette
  readonly printBatch: typeof printBatch
  readonly sessions: typeof sessions
  readonly settings: typeof settings
  readonly shell: typeof shell
  readonly sync: typeof sync
  readonly today: typeof today
}

const folder = resolve(import.meta.dirname, '../../src-renderer/i18n')

/** The very sentences of the screens, by the name of their file: a test looks for what an operator of that language reads. */
export const texts = (language: InterfaceLanguage): Texts =>
  new Proxy({} as Texts, {
    get: (_, name) => JSON.parse(readFileSync(`${folder}/${language}/${String(name)}.json`, 'utf8')),
  })
