import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import type candidates from '../../src-renderer/i18n/fr/candidates.json'
import type common from '../../src-renderer/i18n/fr/common.json'
import type desk from '../../src-renderer/i18n/fr/desk.json'
import type errors from '../../src-renderer/i18n/fr/errors.json'
import type fields from '../../src-renderer/i18n/fr/fields.json'
import type shell from '../../src-renderer/i18n/fr/shell.json'
import type sync from '../../src-renderer/i18n/fr/sync.json'

interface Texts {
  readonly candidates: typeof candidates
  readonly common: typeof common
  readonly desk: typeof desk
  readonly errors: typeof errors
  readonly fields: typeof fields
  readonly shell: typeof shell
  readonly sync: typeof sync
}

/** The very sentences of the screens: a test looks for what an operator of that language reads. */
export function texts(language: InterfaceLanguage): Texts {
  const folder = resolve(import.meta.dirname, '../../src-renderer/i18n', language)
  const names = ['candidates', 'common', 'desk', 'errors', 'fields', 'shell', 'sync'] as const
  const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))
  return Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as Texts
}
