import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { sha256 } from '../desks/pairing.ts'

const resources = new URL('../../resources/', import.meta.url)
const read = (url: URL) => readFileSync(url, 'utf8')
// The colours are those of the desk.
const shared = [new URL('tokens.css', resources), new URL('./style.css', import.meta.url)].map(read)
const icon = readFileSync(new URL('icon.svg', resources))
const fonts = {
  regular: readFileSync(new URL('fonts/Inter-Regular.ttf', resources)),
  semiBold: readFileSync(new URL('fonts/Inter-SemiBold.ttf', resources)),
} as const

/** A file that says nothing of anybody, and never changes under its name. */
const FOR_EVER = 'public, max-age=31536000, immutable'
const A_DAY = 'public, max-age=86400'

/** What the pages under one address are drawn with. */
export interface Files {
  readonly stylePath: string
  readonly iconPath: string
  /** Serves them. */
  add(pages: FastifyInstance): void
}

/** @param own the style of these pages, after the one that all share */
export function filesUnder(base: string, own: URL): Files {
  const style = [...shared, read(own)].join('\n')
  // With what it holds in its name: a browser may keep it for ever.
  const styleName = `/style-${sha256(style).slice(0, 12)}.css`
  const served: readonly (readonly [path: string, type: string, body: string | Buffer, keep: string])[] = [
    [styleName, 'text/css; charset=utf-8', style, FOR_EVER],
    ['/icon.svg', 'image/svg+xml', icon, A_DAY],
    ['/inter-regular.ttf', 'font/ttf', fonts.regular, A_DAY],
    ['/inter-semibold.ttf', 'font/ttf', fonts.semiBold, A_DAY],
  ]
  return {
    stylePath: base + styleName,
    iconPath: `${base}/icon.svg`,
    add: (pages) => {
      for (const [path, type, body, keep] of served) {
        pages.get(path, { schema: { hide: true } }, async (_request, reply) =>
          reply.type(type).header('cache-control', keep).send(body),
        )
      }
    },
  }
}
