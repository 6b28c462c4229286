import type { TFunction } from 'i18next'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import { inBelgium } from '../../shared/time.ts'
import { wordsOf as mailWordsOf } from '../mail/texts.ts'
import { textsOf } from '../texts.ts'
import fr from './texts/fr.json' with { type: 'json' }
import nl from './texts/nl.json' with { type: 'json' }

declare module 'i18next' {
  interface ResourceNamespaceMap {
    myCertassur: typeof fr
  }
}

/** What the pages say in one language; days and hours are Belgian. */
export interface Words {
  readonly language: InterfaceLanguage
  readonly t: TFunction<'myCertassur'>
  /** `14/03/1988`, or as much of it as is known. */
  day(date: string): string
  /** `lundi 14 décembre 2026`, as the mails say it. */
  longDay(date: string): string
  /** `10:42`. */
  time(instant: Date): string
  /** `21/11/2026`, the day in Belgium. */
  date(instant: Date): string
}

export function wordsOf(language: InterfaceLanguage): Words {
  const day = (date: string) => date.split('-').toReversed().join('/')
  return {
    language,
    t: texts[language].getFixedT(language, 'myCertassur'),
    day,
    date: (instant) => day(inBelgium(instant).date),
    longDay: mailWordsOf(language).day,
    time: (instant) => inBelgium(instant).time,
  }
}

const texts = textsOf('myCertassur', { fr, nl })
