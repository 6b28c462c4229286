import type { Page } from '@playwright/test'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import { type Application, signIn } from './application.ts'
import { resize } from './look.ts'
import { texts } from './texts.ts'

export type Field = 'lastName' | 'firstName' | 'birthDate' | 'email' | 'phone'
/** The fields of the form of a new candidate, by name. */
export const fieldsOf = (page: Page, language: InterfaceLanguage) => (name: Field | 'language') =>
  page.getByRole('region', { name: texts(language).creation.pane }).getByLabel(texts(language).creation.fields[name], {
    exact: true,
  })

export async function fill(
  page: Page,
  language: InterfaceLanguage,
  values: Partial<Record<Field, string>>,
): Promise<void> {
  const field = fieldsOf(page, language)
  for (const [name, value] of Object.entries(values)) await field(name as Field).fill(value)
}

/** Signed in, before the list of candidates. */
export async function begin(application: Application, language: InterfaceLanguage) {
  const { page } = application
  await resize(application, { width: 1440, height: 900, zoom: 1 })
  await signIn(page, language)
  return { application, page, field: fieldsOf(page, language) }
}
