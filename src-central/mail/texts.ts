import type { TFunction } from 'i18next'
import type { DocumentLanguage } from '../../shared/centre.ts'
import { textsOf } from '../texts.ts'
import fr from './texts/fr.json' with { type: 'json' }
import nl from './texts/nl.json' with { type: 'json' }

declare module 'i18next' {
  interface ResourceNamespaceMap {
    mail: typeof fr
  }
}

/** What the mails say in one language. */
export interface Words {
  readonly language: DocumentLanguage
  readonly t: TFunction<'mail'>
  /** `lundi 14 décembre 2026`. */
  day(date: string): string
  /** `14/12/2026`. */
  shortDay(date: string): string
}

export function wordsOf(language: DocumentLanguage): Words {
  // The date is that of a calendar: no zone may move it.
  const full = new Intl.DateTimeFormat(`${language}-BE`, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const t = texts[language].getFixedT(language, 'mail')
  return {
    language,
    t,
    day: (date) =>
      full
        .formatToParts(new Date(`${date}T00:00:00Z`))
        .map(({ type, value }) => (type === 'day' && value === '1' ? t(($) => $.firstOfMonth) : value))
        .join(''),
    shortDay: (date) => date.split('-').toReversed().join('/'),
  }
}

const texts = textsOf('mail', { fr, nl })
