import type { DocumentLanguage } from '../centre.ts'
import { inBelgium } from '../time.ts'
import { drawInside } from './block.ts'
import type { Fonts } from './fonts.ts'
import {
  accent,
  addSheet,
  drawRule,
  drawText,
  finish,
  hairline,
  muted,
  openPaper,
  type Paper,
  type Sheet,
} from './paper.ts'
import { dayInDigits, dayInWords, type DocumentTexts, say, textsOf } from './texts.ts'

export interface SignListRow {
  readonly pc: number | null
  readonly lastName: string
  readonly firstName: string
  readonly birthDate: string | null
  /** Short names of the exams, in the language of the list. */
  readonly exams: readonly string[]
  readonly language: DocumentLanguage
}

/** The list of a session that everybody signs at the door. */
export interface SignList {
  /** That of the operator, who reads it out; not of each candidate. */
  readonly language: DocumentLanguage
  readonly code: string | null
  readonly date: string
  readonly startTime: string
  readonly endTime: string
  readonly centre: string
  readonly location: string
  readonly room: string | null
  readonly remote: boolean
  readonly controllers: readonly string[]
  readonly rows: readonly SignListRow[]
  /** UTC ISO: people register until the last hour. */
  readonly madeAt: string
}

const LEFT = 14
const RIGHT = 196
const ROW = 11
/** Where the rows of the first page begin, of the others, and where all of them end. */
const FIRST_TOP = 72
const NEXT_TOP = 34
const BOTTOM = 272
/** What the last page needs below its rows for the controller. */
const CLOSING = 26

const columns = [
  { key: 'pc', x: LEFT, width: 11 },
  { key: 'name', x: 26, width: 65 },
  { key: 'birthDate', x: 93, width: 22 },
  { key: 'exams', x: 117, width: 34 },
  { key: 'signature', x: 155, width: 41 },
] as const

/** The list to sign of a session, in alphabetical order, on as many pages as it takes. */
export async function signListPdf(fonts: Fonts, list: SignList): Promise<Uint8Array> {
  const texts = textsOf(list.language)
  const paper = await openPaper(fonts, {
    title: `${texts.signList.title} ${list.code ?? list.date}`,
    author: list.centre,
    language: list.language,
    at: list.madeAt,
  })
  const pages = paged(inOrder(list))
  pages.forEach((rows, at) => drawPage(paper, texts, list, rows, { page: at + 1, pages: pages.length }))
  return finish(paper)
}

function inOrder({ rows, language }: SignList): readonly SignListRow[] {
  const { compare } = new Intl.Collator(`${language}-BE`, { sensitivity: 'base', numeric: true })
  return rows.toSorted(
    (a, b) => compare(a.lastName, b.lastName) || compare(a.firstName, b.firstName) || (a.pc ?? 0) - (b.pc ?? 0),
  )
}

/** Divides the rows; the controller's place stays with the last of them. */
function paged(rows: readonly SignListRow[]): readonly (readonly SignListRow[])[] {
  const pages: SignListRow[][] = [[]]
  let y = FIRST_TOP
  rows.forEach((row, at) => {
    const isLast = at === rows.length - 1
    if (y + ROW + (isLast ? CLOSING : 0) > BOTTOM) {
      pages.push([])
      y = NEXT_TOP
    }
    pages.at(-1)?.push(row)
    y += ROW
  })
  return pages
}

function drawPage(
  paper: Paper,
  texts: DocumentTexts,
  list: SignList,
  rows: readonly SignListRow[],
  at: { readonly page: number; readonly pages: number },
): void {
  const sheet = addSheet(paper)
  const top = at.page === 1 ? FIRST_TOP : NEXT_TOP
  if (at.page === 1) drawHead(sheet, texts, list)
  else drawShortHead(sheet, texts, list)
  drawColumns(sheet, texts, top)
  rows.forEach((row, index) => drawRow(sheet, row, top + index * ROW))
  if (at.page === 1 && rows.length === 0) {
    drawText(sheet, texts.signList.nobody, LEFT, top + 8, { style: 'text', size: 10, colour: muted })
  }
  if (at.page === at.pages) drawClosing(sheet, texts, top + rows.length * ROW)
  drawFoot(sheet, texts, list, at)
}

const sessionName = (texts: DocumentTexts, { code }: SignList): string =>
  code ? say(texts.signList.session, { code }) : ''

function drawHead(sheet: Sheet, texts: DocumentTexts, list: SignList): void {
  const { signList } = texts
  drawInside(
    sheet,
    list.centre,
    { x: LEFT, y: 13, width: 120, height: 6 },
    { style: 'strong', size: 10, colour: accent },
  )
  drawInside(
    sheet,
    sessionName(texts, list),
    { x: 136, y: 13, width: 60, height: 6 },
    { style: 'strong', size: 10, colour: accent, align: 'right' },
  )
  drawInside(sheet, signList.title, { x: LEFT, y: 20, width: 182, height: 12 }, { style: 'display', size: 24 })
  const place = [list.remote ? signList.remote : list.location, list.room].filter(Boolean).join(' · ')
  const facts = [
    { label: signList.day, value: dayInWords(texts, list.date), x: LEFT, width: 44 },
    { label: signList.hours, value: say(signList.from, { from: list.startTime, to: list.endTime }), x: 60, width: 32 },
    { label: signList.location, value: place, x: 94, width: 66 },
    { label: signList.candidates, value: String(list.rows.length), x: 162, width: 34 },
    { label: signList.controllers, value: list.controllers.join(', ') || '—', x: LEFT, width: 182 },
  ]
  facts.forEach(({ label, value, x, width }, index) => {
    const y = index < 4 ? 36 : 48
    drawText(sheet, label, x, y + 3, { style: 'text', size: 7.5, colour: muted })
    drawInside(sheet, value, { x, y: y + 4, width, height: 6 }, { style: 'strong', size: 10, leading: 1.1 })
  })
}

function drawShortHead(sheet: Sheet, texts: DocumentTexts, list: SignList): void {
  const what = [texts.signList.title, sessionName(texts, list), dayInWords(texts, list.date)].filter(Boolean)
  drawInside(
    sheet,
    what.join(' · '),
    { x: LEFT, y: 14, width: 182, height: 7 },
    { style: 'strong', size: 10, colour: accent },
  )
}

function drawColumns(sheet: Sheet, texts: DocumentTexts, top: number): void {
  drawRule(sheet, [LEFT, top - 7], [RIGHT, top - 7], accent, 1)
  for (const { key, x } of columns) {
    drawText(sheet, texts.signList[key], x, top - 2.4, { style: 'strong', size: 8, colour: muted })
  }
  drawRule(sheet, [LEFT, top], [RIGHT, top], accent, 0.6)
}

function drawRow(sheet: Sheet, row: SignListRow, y: number): void {
  const cells = {
    pc: row.pc === null ? '—' : String(row.pc),
    name: `${row.lastName.toLocaleUpperCase(row.language)} ${row.firstName}`,
    birthDate: row.birthDate ? dayInDigits(row.birthDate) : '—',
    exams: `${row.exams.join(', ')} · ${row.language.toUpperCase()}`,
    signature: '',
  }
  for (const { key, x, width } of columns) {
    drawInside(
      sheet,
      cells[key],
      { x, y: y + 0.8, width, height: ROW - 1.6 },
      { style: key === 'name' ? 'strong' : 'text', size: key === 'name' ? 9.5 : 9, leading: 1.15 },
    )
  }
  drawRule(sheet, [LEFT, y + ROW], [RIGHT, y + ROW], hairline, 0.4)
  drawRule(sheet, [153, y], [153, y + ROW], hairline, 0.4)
}

function drawClosing(sheet: Sheet, texts: DocumentTexts, y: number): void {
  drawText(sheet, texts.signList.present, LEFT, y + 9, { style: 'text', size: 8.5, colour: muted })
  drawRule(sheet, [LEFT, y + 21], [58, y + 21], muted, 0.5)
  drawText(sheet, texts.signList.controller, 93, y + 9, { style: 'text', size: 8.5, colour: muted })
  drawRule(sheet, [93, y + 21], [RIGHT, y + 21], muted, 0.5)
}

function drawFoot(
  sheet: Sheet,
  texts: DocumentTexts,
  list: SignList,
  at: { readonly page: number; readonly pages: number },
): void {
  const { date, time } = inBelgium(list.madeAt)
  const small = { style: 'text', size: 7.5, colour: muted } as const
  drawRule(sheet, [LEFT, 279], [RIGHT, 279], hairline, 0.4)
  drawText(sheet, say(texts.signList.madeAt, { date: dayInDigits(date), time }), LEFT, 284, small)
  drawText(sheet, say(texts.signList.page, at), RIGHT, 284, { ...small, align: 'right' })
}
