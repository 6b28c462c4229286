import { type InterfaceLanguage, interfaceLanguages } from '../../shared/operator.ts'

type Json = { readonly [key: string]: string | Json }
export type Resources = Record<InterfaceLanguage, Record<string, Json>>

const files: Record<string, Json> = import.meta.glob('./{fr,nl}/*.json', { eager: true, import: 'default' })

/** Every text of the interface, by language and namespace: a file laid in `fr/` and `nl/` is found without being named. */
export const resources: Resources = { fr: {}, nl: {} }
for (const [path, texts] of Object.entries(files)) {
  const [, folder, file] = path.split('/')
  const language = interfaceLanguages.find((known) => known === folder)
  if (language && file) resources[language][file.replace('.json', '')] = texts
}
