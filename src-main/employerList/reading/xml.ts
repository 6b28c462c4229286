interface Element {
  /** What stands in the tag: its attributes. */
  readonly head: string
  readonly inner: string
}

/** Every element of this name, whatever its prefix. Enough for the parts of a workbook, where none holds its like. */
export function elements(xml: string, name: string): readonly Element[] {
  const pattern = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, 'g')
  return [...xml.matchAll(pattern)].map(([, head = '', inner = '']) => ({ head, inner }))
}

/** An attribute of a tag, whatever its prefix; '' when it is not there. */
export function attribute(head: string, name: string): string {
  const [, value = ''] = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*["']([^"']*)["']`).exec(head) ?? []
  return decode(value)
}

/** The text of a cell, all its runs together, without how a Japanese name is pronounced. */
export function textOf(inner: string, whole?: string): string {
  if (whole !== undefined) return decode(whole)
  const spoken = inner.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '')
  return elements(spoken, 't')
    .map((run) => decode(run.inner))
    .join('')
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decode = (text: string): string =>
  text
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
      if (name) return NAMED[name] ?? all
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
    .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/[\r\n]+/g, ' ')
