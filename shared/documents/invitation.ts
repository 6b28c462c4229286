import type { DocumentLanguage } from '../centre.ts'
import { grouped } from '../scan.ts'
import { inBelgium } from '../time.ts'
import { drawInside, drawLetterhead, drawParagraph } from './block.ts'
import type { Fonts } from './fonts.ts'
import { accent, addSheet, drawRule, drawText, finish, muted, openPaper, type Paper, type Sheet } from './paper.ts'
import { drawQr } from './qr.ts'
import { dayInDigits, type DocumentTexts, say, textsOf, weekdayInWords } from './texts.ts'

/** What one person must know to come to a session, in his language. */
export interface Invitation {
  readonly language: DocumentLanguage
  readonly lastName: string
  readonly firstName: string
  /** Whole titles, in his language. */
  readonly exams: readonly string[]
  readonly code: string | null
  readonly date: string
  readonly startTime: string
  readonly endTime: string
  readonly location: string
  readonly address: string
  readonly room: string | null
  readonly remote: boolean
  /** What his check-in code says; none while Certassur has not taken his registration, and at a distance. */
  readonly token: string | null
  readonly toConfirm: boolean
}

/** The invitations of one person or of a whole session. */
export interface Invitations {
  /** That of the title of the file; each sheet speaks its own. */
  readonly language: DocumentLanguage
  readonly centre: string
  readonly rows: readonly Invitation[]
  /** UTC ISO: a session may still change. */
  readonly madeAt: string
}

const LEFT = 24
const RIGHT = 186
const CODE = 34
const small = { style: 'text', size: 8.5, colour: muted } as const

/** Invitations as a PDF, a sheet for each person. */
export async function invitationsPdf(fonts: Fonts, made: Invitations): Promise<Uint8Array> {
  const { language, centre, rows, madeAt } = made
  const title = [textsOf(language).invitation.title, rows[0]?.code ?? rows[0]?.date].filter(Boolean).join(' ')
  const paper = await openPaper(fonts, { title, author: centre, language, at: madeAt })
  for (const row of rows) drawInvitation(paper, row, made)
  return finish(paper)
}

function drawInvitation(paper: Paper, row: Invitation, { centre, madeAt }: Invitations): void {
  const texts = textsOf(row.language)
  const { invitation, bring, advice, reminders } = texts
  const sheet = addSheet(paper)
  drawLetterhead(sheet, centre, row.location)
  drawInside(
    sheet,
    invitation.title,
    { x: 25, y: 48, width: 160, height: 14 },
    { style: 'display', size: 30, colour: accent, align: 'center' },
  )
  drawRule(sheet, [93, 66], [117, 66], accent, 0.9)
  drawInside(
    sheet,
    `${row.firstName} ${row.lastName}`,
    { x: 22, y: 70, width: 166, height: 18 },
    { style: 'display', size: 25, align: 'center', leading: 1.1 },
  )
  const below = Math.max(drawFacts(sheet, texts, row), row.token === null ? 0 : drawCode(sheet, texts, row.token))
  const brought = row.token === null ? [bring.identity] : [bring.identity, invitation.bring]
  const after = row.remote ? below : drawList(sheet, bring.title, brought, below + 6)
  const { title, ...five } = advice
  const advised = drawList(sheet, title, Object.values(five), after + 5)
  drawList(sheet, reminders.title, [reminders.others, reminders.contact], advised + 5)
  const { date, time } = inBelgium(madeAt)
  drawText(sheet, say(invitation.madeAt, { date: dayInDigits(date), time }), 105, 282, {
    ...small,
    size: 7.5,
    align: 'center',
  })
}

/** Exam, day, hours and place; answers where they end. */
function drawFacts(sheet: Sheet, texts: DocumentTexts, row: Invitation): number {
  const { invitation } = texts
  const width = row.token === null ? 132 : 86
  const each = Math.min(7, 28 / Math.max(1, row.exams.length))
  const facts: readonly (readonly [label: string, value: string, height: number])[] = [
    ...row.exams.map((exam, at) => [at === 0 ? invitation.exam : '', exam, each] as const),
    [invitation.date, weekdayInWords(texts, row.date), 7],
    [invitation.time, say(invitation.times, { from: row.startTime, to: row.endTime }), 7],
    [invitation.place, row.remote ? invitation.remote : row.location, 7],
    ...(row.remote ? [] : ([[invitation.address, row.address, 7]] as const)),
    ...(row.remote || row.room === null ? [] : ([[invitation.room, row.room, 7]] as const)),
    ...(row.code === null ? [] : ([[invitation.session, row.code, 7]] as const)),
  ]
  let y = 93
  for (const [label, value, height] of facts) {
    drawInside(sheet, label, { x: LEFT, y, width: 28, height }, small)
    const size = Math.min(10.5, height * 1.9)
    drawInside(sheet, value, { x: 54, y, width, height }, { style: 'strong', size, leading: 1.1 })
    y += height
  }
  if (!row.toConfirm) return y
  return drawParagraph(sheet, invitation.toConfirm, { x: LEFT, y: y + 2, width: 118 }, { style: 'strong', size: 9.5 })
}

/** What is held up at the door, and the same in letters for a scanner that is broken; answers where it ends. */
function drawCode(sheet: Sheet, texts: DocumentTexts, token: string): number {
  const x = RIGHT - CODE
  drawQr(sheet, token, x, 94, CODE, 'M')
  drawInside(sheet, texts.invitation.checkIn, { x, y: 130, width: CODE, height: 5 }, { ...small, align: 'center' })
  drawInside(sheet, grouped(token), { x, y: 135, width: CODE, height: 5 }, { style: 'text', size: 8, align: 'center' })
  return 140
}

function drawList(sheet: Sheet, title: string, items: readonly string[], y: number): number {
  drawText(sheet, title, LEFT, y + 4, { style: 'strong', size: 10.5, colour: accent })
  return items.reduce((top, item) => {
    drawText(sheet, '–', LEFT, top + 3.4, { style: 'text', size: 9.5, colour: muted })
    return (
      drawParagraph(sheet, item, { x: LEFT + 5, y: top, width: RIGHT - LEFT - 5 }, { style: 'text', size: 9.5 }) + 0.8
    )
  }, y + 6)
}
