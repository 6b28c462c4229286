import { type Mailer } from '../../src-central/mail/deliver.ts'
import { sendDue } from '../../src-central/mail/worker.ts'
import type { TestCentral } from './central.ts'

/** Keeps every mail, as a central does without a mail server. */
export const keeping: Mailer = {
  sender: { name: 'Certassur', address: 'certassur@certassur.example' },
  transport: null,
  // No pause is shorter than none.
  random: () => 0,
}

/** Everything that is due is handed over. */
export async function sendAll({ central }: TestCentral, mailer: Mailer = keeping): Promise<void> {
  while ((await sendDue(central, mailer)) > 0);
}

/** The oldest first; of those of one act, by name: their ids come in any order. */
export const mailsOf = ({ central }: TestCentral, candidateId: string) =>
  central.db
    .selectFrom('mail')
    .selectAll()
    .where('candidateId', '=', candidateId)
    .orderBy('createdAt')
    .orderBy('kind')
    .execute()

/** What a person was written, in the same order. */
export async function lettersTo({ central }: TestCentral, candidateId: string) {
  const rows = await central.db
    .selectFrom('keptMail')
    .innerJoin('mail', 'mail.id', 'keptMail.mailId')
    .select(['mail.kind', 'message'])
    .where('candidateId', '=', candidateId)
    .orderBy('mail.createdAt')
    .orderBy('mail.kind')
    .execute()
  return rows.map(({ kind, message }) => ({ kind, ...message }))
}

/** The password that a mail of codes says. */
export const passwordIn = (text: string): string => /\b\w{4}-\w{4}-\w{4}\b/.exec(text)?.[0] ?? ''
