import type { Reason } from '../../shared/matching/reasons.ts'

const AGREEING: ReadonlySet<string> = new Set(['same', 'perhapsTwins', 'perhapsRelatives'])

/** What sets two records apart, in one line: `firstName differs, birthDate oneDigit`. */
export const kindOf = (reasons: readonly Reason[]): string =>
  reasons
    .filter(({ code }) => !AGREEING.has(code))
    .map(({ field, code }) => `${field} ${code}`)
    .join(', ') || 'too little known'
