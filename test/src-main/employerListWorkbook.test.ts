import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readSource } from '../../shared/employerList/table.ts'
import { readWorkbook, UnreadableWorkbook } from '../../src-main/employerList/reading/workbook.ts'

const part = (content: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`)

interface Parts {
  readonly sheet: string
  readonly strings?: string
  readonly styles?: string
  readonly workbook?: string
}

const SHEETS = '<sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets>'

/** A workbook with one sheet, as spreadsheets write it. */
const aWorkbook = ({ sheet, strings = '', styles = '', workbook = SHEETS }: Parts): Uint8Array =>
  zipSync({
    '[Content_Types].xml': part('<Types/>'),
    'xl/workbook.xml': part(`<workbook>${workbook}</workbook>`),
    'xl/_rels/workbook.xml.rels': part(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Target="/xl/worksheets/sheet2.xml" Id="rId2"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': part(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    'xl/worksheets/sheet2.xml': part(
      '<worksheet><sheetData><row><c t="str"><v>deux</v></c></row></sheetData></worksheet>',
    ),
    'xl/sharedStrings.xml': part(`<sst>${strings}</sst>`),
    'xl/styles.xml': part(`<styleSheet>${styles}</styleSheet>`),
    'xl/media/image1.png': new Uint8Array(8),
  })

const cells = (parts: Parts) => readWorkbook(aWorkbook(parts)).map((row) => row.cells)

describe('a workbook', () => {
  test('has its texts, also those of several runs, with accents and signs', () => {
    const strings =
      '<si><t>Nom</t></si><si><r><t>Pré</t></r><r><rPr><b/></rPr><t xml:space="preserve">nom </t></r></si><si><t>D&apos;Hondt &amp; fils &#233;</t><rPh><t>x</t></rPh></si>'
    const sheet =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>2</v></c><c r="C3" t="inlineStr"><is><t>en ligne</t></is></c></row>'
    expect(readWorkbook(aWorkbook({ sheet, strings }))).toEqual([
      { line: 1, cells: ['Nom', 'Prénom'] },
      { line: 3, cells: ["D'Hondt & fils é", '', 'en ligne'] },
    ])
  })

  test('shows a number as a day where its style does, and nowhere else', () => {
    const styles =
      '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0.00&quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
    const sheet = `<row>${[0, 1, 2, 3].map((style) => `<c s="${style}"><v>32216</v></c>`).join('')}</row>`
    expect(cells({ sheet, styles })).toEqual([['32216', '1988-03-14', '1988-03-14', '32216']])
  })

  test('of an old Macintosh counts its days from 1904', () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    const workbook = `<workbookPr date1904="1"/>${SHEETS}`
    expect(cells({ sheet: '<row><c s="0"><v>30754</v></c></row>', styles, workbook })).toEqual([['1988-03-14']])
  })

  test('is read on its first sheet that is shown', () => {
    const workbook =
      '<sheets><sheet name="a" sheetId="1" state="hidden" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId2"/></sheets>'
    expect(cells({ sheet: '<row><c t="str"><v>un</v></c></row>', workbook })).toEqual([['deux']])
  })

  test('may have its parts under a prefix, errors, formulas and empty rows', () => {
    const sheet =
      '<x:row r="2"><x:c r="B2" t="str"><x:f>A1</x:f><x:v>Jan</x:v></x:c><x:c r="C2" t="e"><x:v>#N/A</x:v></x:c></x:row><row r="4"/><row r="5"><c r="A5" s="1"/></row>'
    expect(readWorkbook(aWorkbook({ sheet }))).toEqual([{ line: 2, cells: ['', 'Jan', ''] }])
  })

  test('leads to the same list as its text', () => {
    const row = (r: number, ...texts: string[]) =>
      `<row r="${r}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
    const sheet = row(1, 'Nom', 'Prénom', 'NISS') + row(2, 'Peeters', 'Jan', '85.07.30-033.28')
    expect(readSource(readWorkbook(aWorkbook({ sheet })))).toMatchObject({
      header: ['Nom', 'Prénom', 'NISS'],
      guessed: ['lastName', 'firstName', 'nationalNumber'],
      rows: [{ line: 2, cells: ['Peeters', 'Jan', ''], wrong: null }],
    })
  })

  test.each([
    ['something else', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
    ['a document', zipSync({ 'word/document.xml': part('<w/>') })],
  ])('that is %s is refused', (_what, bytes) => {
    expect(() => readWorkbook(bytes)).toThrow(UnreadableWorkbook)
  })
})
