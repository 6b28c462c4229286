import type { SuccessData } from '../attestation.ts'
import { attestationCode } from '../attestationCode.ts'
import { drawDuplicate, drawInside, drawLetterhead } from './block.ts'
import type { Fonts } from './fonts.ts'
import { accent, addSheet, drawRule, finish, muted, openPaper, type Paper } from './paper.ts'
import { drawQr } from './qr.ts'
import { born, dayInWords, instantInWords, say, textsOf } from './texts.ts'

export interface SuccessSheet {
  /** What the signature covers, and nothing beside it. */
  readonly data: SuccessData
  readonly jws: string
  /** 1 for the original. */
  readonly copy: number
}

/** A success attestation as a PDF of one page: the same bytes wherever and whenever it is made. */
export async function successPdf(fonts: Fonts, sheet: SuccessSheet): Promise<Uint8Array> {
  const { data } = sheet
  const texts = textsOf(data.language)
  const paper = await openPaper(fonts, {
    title: `${texts.success.title} ${data.number}`,
    author: 'Certassur',
    language: data.language,
    at: data.releasedAt,
  })
  drawSuccess(paper, sheet, await attestationCode(sheet.jws))
  return finish(paper)
}

/** Adds the page of one attestation: many of them in one document share its typefaces. */
function drawSuccess(paper: Paper, { data, jws, copy }: SuccessSheet, code: string): void {
  const texts = textsOf(data.language)
  const { success } = texts
  const sheet = addSheet(paper)
  const middle = { style: 'text', size: 11.5, align: 'center' } as const
  drawLetterhead(sheet, texts.issuer, data.centre, 3.6)
  drawDuplicate(sheet, texts, copy)
  drawInside(
    sheet,
    success.title,
    { x: 25, y: 60, width: 160, height: 20 },
    { style: 'display', size: 40, colour: accent, align: 'center' },
  )
  drawRule(sheet, [93, 84], [117, 84], accent, 0.9)
  drawInside(
    sheet,
    say(texts.number, { number: data.number }),
    { x: 30, y: 88, width: 150, height: 6 },
    { ...middle, size: 10, colour: muted },
  )
  drawInside(sheet, success.intro, { x: 30, y: 108, width: 150, height: 7 }, middle)
  drawInside(
    sheet,
    `${data.firstName} ${data.lastName}`,
    { x: 22, y: 117, width: 166, height: 30 },
    { style: 'display', size: 33, align: 'center', leading: 1.1 },
  )
  if (data.birthDate) {
    drawInside(
      sheet,
      born(texts, data.birthDate),
      { x: 30, y: 149, width: 150, height: 6 },
      { ...middle, colour: muted },
    )
  }
  drawInside(sheet, success.passed, { x: 30, y: 166, width: 150, height: 7 }, middle)
  drawInside(
    sheet,
    data.exam.title[data.language],
    { x: 25, y: 174, width: 160, height: 20 },
    { style: 'display', size: 21, align: 'center', leading: 1.15 },
  )
  drawInside(
    sheet,
    say(success.satOn, { date: dayInWords(texts, data.date) }),
    { x: 30, y: 197, width: 150, height: 7 },
    middle,
  )
  drawInside(
    sheet,
    say(success.place, { centre: data.centre, location: data.location }),
    { x: 30, y: 204, width: 150, height: 7 },
    { ...middle, colour: muted },
  )
  drawRule(sheet, [24, 224], [186, 224])
  drawQr(sheet, jws, 24, 230, 48)
  drawInside(
    sheet,
    say(success.released, { date: instantInWords(texts, data.releasedAt) }),
    { x: 80, y: 230, width: 106, height: 9 },
    { style: 'strong', size: 11.5 },
  )
  drawInside(
    sheet,
    success.verify,
    { x: 80, y: 241, width: 106, height: 20 },
    { style: 'text', size: 8.5, colour: muted, leading: 1.45 },
  )
  drawInside(sheet, texts.code, { x: 80, y: 265, width: 106, height: 5 }, { style: 'text', size: 8.5, colour: muted })
  drawInside(sheet, code, { x: 80, y: 270, width: 106, height: 7 }, { style: 'strong', size: 11.5, spacing: 0.4 })
}
