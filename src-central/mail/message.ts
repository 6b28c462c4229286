import MailComposer from 'nodemailer/lib/mail-composer'
import { drawCheckInCode } from './checkInCode.ts'
import type { KeptMessage } from './kinds.ts'
import { asHtml, asText, CODE_PICTURE } from './layout.ts'
import type { MailRow } from './content.ts'
import { domainOf, type Sender, type Written } from './write.ts'

/** The same for every attempt: a server or a reader that has the message already knows it again. */
const messageIdOf = (mailId: string, sender: Sender): string => `<${mailId}@${domainOf(sender)}>`

/** A message as it travels (RFC 5322). Whatever is put into a header or a part is encoded there, never pasted. */
export async function composeMessage(mail: MailRow, written: Written, sender: Sender, now: Date): Promise<Buffer> {
  const { letter, replyTo, token, calendar } = written
  const composer = new MailComposer({
    messageId: messageIdOf(mail.id, sender),
    date: now,
    from: sender,
    replyTo,
    to: mail.to,
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: [
      ...(token === null
        ? []
        : [
            {
              cid: CODE_PICTURE,
              filename: 'code.png',
              contentType: 'image/png',
              content: await drawCheckInCode(token),
            },
          ]),
      ...(calendar === null
        ? []
        : [
            {
              filename: 'examen.ics',
              contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
              content: calendar.text,
            },
          ]),
    ],
  })
  return composer.compile().build()
}

/** What is kept of a message where none is sent: all that its reader would see. */
export async function keepMessage(mail: MailRow, written: Written, sender: Sender): Promise<KeptMessage> {
  const { letter, replyTo, token, calendar } = written
  const picture = token === null ? '' : (await drawCheckInCode(token)).toString('base64')
  return {
    from: named(sender),
    replyTo: named(replyTo),
    to: mail.to,
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter).replace(`cid:${CODE_PICTURE}`, `data:image/png;base64,${picture}`),
    calendar: calendar?.text ?? null,
  }
}

const named = ({ name, address }: Sender): string => `${name} <${address}>`
