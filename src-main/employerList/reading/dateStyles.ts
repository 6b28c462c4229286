import { attribute, elements } from './xml.ts'

/** The formats that every program knows by number and that show a day. */
const isBuiltIn = (format: number): boolean =>
  (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58)

/** A format that shows a day or a year, once what it only quotes is taken away. */
const showsDay = (code: string): boolean =>
  !/^(general|standard)$/i.test(code) && /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))

/** Which styles of a workbook show a number as a day. */
export function readDateStyles(styles: string): (style: number) => boolean {
  const custom = new Map(
    elements(styles, 'numFmt').map(({ head }) => [
      Number(attribute(head, 'numFmtId')),
      showsDay(attribute(head, 'formatCode')),
    ]),
  )
  const [cells] = elements(styles, 'cellXfs')
  const dates = elements(cells?.inner ?? '', 'xf').map(({ head }) => {
    const format = Number(attribute(head, 'numFmtId'))
    return custom.get(format) ?? isBuiltIn(format)
  })
  return (style) => dates[style] ?? false
}

const DAY = 86_400_000
const ZERO = Date.UTC(1899, 11, 30)
const ZERO_1904 = Date.UTC(1904, 0, 1)

/** The day that a sheet's number means; the number itself when no calendar has it. */
export function serialDate(serial: number, since1904: boolean): string {
  const day = new Date((since1904 ? ZERO_1904 : ZERO) + Math.floor(serial) * DAY)
  return Number.isNaN(day.getTime()) || serial < 1 ? String(serial) : day.toISOString().slice(0, 10)
}
