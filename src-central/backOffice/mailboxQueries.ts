import type { CentralDb } from '../database/open.ts'

export const MAILS_A_PAGE = 50

const ofMail = (db: CentralDb) =>
  db
    .selectFrom('mail')
    .leftJoin('keptMail', 'keptMail.mailId', 'mail.id')
    .select([
      'mail.id',
      'mail.kind',
      'mail.to',
      'mail.status',
      'mail.fate',
      'mail.serverCode',
      'mail.createdAt',
      'mail.sentAt',
      'keptMail.message',
    ])

export async function listMails(db: CentralDb, page: number) {
  const rows = await ofMail(db)
    .orderBy('mail.createdAt', 'desc')
    .orderBy('mail.id', 'desc')
    .limit(MAILS_A_PAGE)
    .offset((page - 1) * MAILS_A_PAGE)
    .execute()
  const { n } = await db
    .selectFrom('mail')
    .select((e) => e.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return { rows, count: Number(n) }
}

export const readMail = (db: CentralDb, id: string) => ofMail(db).where('mail.id', '=', id).executeTakeFirst()
export type MailLine = NonNullable<Awaited<ReturnType<typeof readMail>>>
