import type { Central } from '../central.ts'
import { forgetPassword } from './temporaryPassword.ts'

/**
 * What a report of a mail server says (RFC 3464), or the name of a message alone. `other`: it tells of a delay, or of a
 * message that is none of ours.
 */
export type Bounce = 'noted' | 'known' | 'other'

const OURS = /<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[\w.-]+>?/gi
const MOST = 1_000_000

/**
 * Notes that a mail which a server had taken came back: the centre sees it, and the password in it opens nothing.
 * @param report the whole report as it came, or the Message-ID of the mail
 */
export async function noteBounce(central: Central, report: string): Promise<Bounce> {
  const text = report.slice(0, MOST)
  const action = /^Action:\s*(\w+)/im.exec(text)?.[1]?.toLowerCase()
  if (action !== undefined && action !== 'failed') return 'other'
  const serverCode = /^Status:\s*([45]\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1] ?? null
  const ids = [...new Set([...text.matchAll(OURS)].map(([, id = '']) => id.toLowerCase()))]
  if (ids.length === 0) return 'other'
  return central.db.transaction().execute(async (db) => {
    const mail = await db
      .selectFrom('mail')
      .select(['id', 'status', 'fate'])
      .where('id', 'in', ids)
      .forUpdate()
      .executeTakeFirst()
    if (!mail) return 'other'
    if (mail.status !== 'sent' && mail.fate !== 'inDoubt') return 'known'
    await db
      .updateTable('mail')
      .set((e) => ({
        status: 'bounced',
        fate: 'returned',
        serverCode,
        endedAt: central.now().toISOString(),
        version: e('version', '+', 1),
      }))
      .where('id', '=', mail.id)
      .execute()
    await forgetPassword(db, mail.id)
    return 'noted'
  })
}
