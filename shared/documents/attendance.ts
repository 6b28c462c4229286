import type { Attendance } from '../attestation.ts'
import { drawDuplicate, drawInside, drawLetterhead } from './block.ts'
import type { Fonts } from './fonts.ts'
import { accent, addSheet, drawRule, finish, muted, openPaper } from './paper.ts'
import { drawQr } from './qr.ts'
import { born, dayInWords, instantInWords, say, textsOf } from './texts.ts'

/**
 * An attendance attestation as a PDF of one page: issued by the centre, under a number of its own.
 *
 * The long code by which it can be verified is the row's id, printed and as a QR code.
 * @param copy 1 for the original
 */
export async function attendancePdf(fonts: Fonts, row: Attendance, copy: number): Promise<Uint8Array> {
  const { data } = row
  const texts = textsOf(data.language)
  const { attendance } = texts
  const paper = await openPaper(fonts, {
    title: `${attendance.title} ${row.number}`,
    author: data.centre,
    language: data.language,
    at: row.issuedAt,
  })
  const sheet = addSheet(paper)
  const middle = { style: 'text', size: 11.5, align: 'center' } as const
  drawLetterhead(sheet, data.centre, data.location)
  drawDuplicate(sheet, texts, copy)
  drawInside(
    sheet,
    attendance.title,
    { x: 25, y: 58, width: 160, height: 20 },
    { style: 'display', size: 38, colour: accent, align: 'center' },
  )
  drawRule(sheet, [93, 82], [117, 82], accent, 0.9)
  drawInside(
    sheet,
    say(texts.number, { number: row.number }),
    { x: 30, y: 86, width: 150, height: 6 },
    { ...middle, size: 10, colour: muted },
  )
  drawInside(sheet, say(attendance.intro, { centre: data.centre }), { x: 25, y: 104, width: 160, height: 8 }, middle)
  drawInside(
    sheet,
    `${data.firstName} ${data.lastName}`,
    { x: 22, y: 113, width: 166, height: 28 },
    { style: 'display', size: 31, align: 'center', leading: 1.1 },
  )
  if (data.birthDate) {
    drawInside(
      sheet,
      born(texts, data.birthDate),
      { x: 30, y: 143, width: 150, height: 6 },
      { ...middle, colour: muted },
    )
  }
  drawInside(
    sheet,
    say(attendance.present, { date: dayInWords(texts, data.date), from: data.from, to: data.to }),
    { x: 25, y: 158, width: 160, height: 7 },
    middle,
  )
  drawInside(
    sheet,
    data.exams.length > 1 ? attendance.exams : attendance.exam,
    { x: 25, y: 165, width: 160, height: 7 },
    middle,
  )
  const each = Math.min(9, 34 / Math.max(1, data.exams.length))
  data.exams.forEach((exam, at) =>
    drawInside(
      sheet,
      exam.title[data.language],
      { x: 25, y: 173 + at * each, width: 160, height: each },
      { style: 'display', size: Math.min(16, each * 2.2), align: 'center', leading: 1.05 },
    ),
  )
  drawInside(
    sheet,
    say(attendance.place, { location: data.location }),
    { x: 25, y: 208, width: 160, height: 7 },
    { ...middle, colour: muted },
  )
  drawRule(sheet, [24, 224], [186, 224])
  drawQr(sheet, row.id, 24, 230, 26)
  drawInside(
    sheet,
    say(attendance.issued, { date: instantInWords(texts, row.issuedAt), name: data.issuedBy }),
    { x: 56, y: 230, width: 130, height: 8 },
    { style: 'strong', size: 10.5 },
  )
  drawInside(sheet, texts.code, { x: 56, y: 241, width: 60, height: 5 }, { style: 'text', size: 8.5, colour: muted })
  drawInside(sheet, row.id, { x: 56, y: 246, width: 74, height: 6 }, { style: 'text', size: 9 })
  drawRule(sheet, [112, 276], [186, 276])
  drawInside(
    sheet,
    attendance.signature,
    { x: 112, y: 277, width: 74, height: 5 },
    { style: 'text', size: 8.5, colour: muted, align: 'center' },
  )
  return finish(paper)
}
