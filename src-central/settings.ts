import type { CentralDb } from './database/open.ts'

/** Certassur decides these for each centre (`centre.settings`); what it has not said is this. */
export const defaultSettings = {
  /** The success attestation follows the end of the exam by about half a day. */
  releaseDelayHours: 12,
  /** So long after it was expected, the centre is to tell Certassur. */
  lateAfterHours: 24,
  /** A centre sees the people of its sessions of so many days before and after today, and whom it created since then. */
  windowDays: 400,
  /** How often a desk may ask in a day whether Certassur knows somebody. */
  lookupsPerDay: 200,
  /** So long after a desk was shown somebody whom its centre does not know, it may ask for him: an act may wait for a line. */
  foundForDays: 7,
  /** So many wrong birth dates of one person in so many days: with the year known, guessing would take ten years. */
  identityTries: 3,
  identityTryDays: 30,
  /** Who looked whom up, and whose proof was wrong, is known so long: as long as a centre sees what came of it. */
  lookupLogDays: 400,
} as const

export type Settings = { readonly [S in keyof typeof defaultSettings]: number }

/** What holds for a centre: what Certassur has said, and the defaults for the rest. */
export async function settingsOf(db: CentralDb, centreId: string): Promise<Settings> {
  const { settings } = await db
    .selectFrom('centre')
    .select('settings')
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow()
  return { ...defaultSettings, ...settings }
}
