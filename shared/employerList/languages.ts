import { fold } from '../text.ts'
import type { Candidate } from '../candidate.ts'

const WORDS: Readonly<Record<Candidate['language'], readonly string[]>> = {
  fr: ['fr', 'f', 'fra', 'fre', 'francais', 'francaise', 'francophone', 'frans', 'franstalig', 'french', 'franzosisch'],
  nl: ['nl', 'n', 'nld', 'ndl', 'ned', 'neerlandais', 'neerlandophone', 'nederlands', 'nederlandstalig', 'dutch'],
  de: ['de', 'd', 'deu', 'ger', 'all', 'allemand', 'germanophone', 'duits', 'duitstalig', 'german', 'deutsch'],
}

/** The language that a cell names in any of the usual ways; null when it names none. */
export function languageOf(text: string): Candidate['language'] | null {
  const word = fold(text).replace(/[^a-z]+.*$/u, '')
  for (const language of ['fr', 'nl', 'de'] as const) if (WORDS[language].includes(word)) return language
  return null
}
