import type { DocumentLanguage } from '../centre.ts'
import { inBelgium } from '../time.ts'
import fr from './texts/fr.json' with { type: 'json' }
import nl from './texts/nl.json' with { type: 'json' }

/** The sentences of the documents. What is missing in one language does not compile. */
export type DocumentTexts = typeof fr & typeof nl

const all: Readonly<Record<DocumentLanguage, DocumentTexts>> = { fr, nl }
export const textsOf = (language: DocumentLanguage): DocumentTexts => all[language]

/** Puts values in the places that a sentence leaves: `{name}`. */
export const say = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place))

/**
 * A calendar day in words: `14 mars 1988`. Of an imported birth date only the year or the month may be known; it is
 * written as far as it goes.
 *
 * Not left to the platform: its wording changes between versions, and desk and central must make the same file.
 */
export function dayInWords(texts: DocumentTexts, date: string): string {
  const [year = '', month, day] = date.split('-')
  const name = month ? texts.months[Number(month) - 1] : undefined
  const number = day && (Number(day) === 1 ? texts.firstOfMonth : String(Number(day)))
  return [number, name, year].filter(Boolean).join(' ')
}

/** `mardi 1er décembre 2026`, of a day that is wholly known. */
export function weekdayInWords(texts: DocumentTexts, date: string): string {
  const weekday = texts.weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]
  return `${weekday} ${dayInWords(texts, date)}`
}

/** An instant's day in Belgium, in words. */
export const instantInWords = (texts: DocumentTexts, instant: string): string =>
  dayInWords(texts, inBelgium(instant).date)

/** `14/03/1988`, or as much of it as is known: for the columns of a list. */
export const dayInDigits = (date: string): string => date.split('-').toReversed().join('/')

export const born = (texts: DocumentTexts, birthDate: string): string =>
  say(birthDate.length === 10 ? texts.bornOn : texts.bornIn, { date: dayInWords(texts, birthDate) })
