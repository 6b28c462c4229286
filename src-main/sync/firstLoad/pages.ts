import { apiSchema, type FeedLine } from '../../../shared/api.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type Page, wholePage } from '../pull.ts'

/** Asks central for the page that begins so many rows after a cursor. */
export type AskPage = (cursor: string, skip: number) => Promise<Result<readonly FeedLine[]>>

/**
 * Reads the feed from its beginning to its end, page after page, and answers the cursor at the end (docs/protocol.md, D8).
 *
 * Two pages are under way while one is taken: central, the network and the desk work at the same time. The second one was
 * asked for before anybody knew where it starts; where rows moved meanwhile it starts elsewhere, and is asked for again.
 * @param limit how many rows a page has
 * @param take is given each page, in order, and how many rows there are in all
 */
export async function readPages(
  ask: AskPage,
  { limit, epoch }: { readonly limit: number; readonly epoch: string },
  take: (page: Page, total: number) => Promise<void>,
): Promise<Result<string>> {
  let cursor = ''
  let total = 0
  let foreseen = false
  let [coming, following] = [ask(cursor, 0), ask(cursor, limit)]
  for (;;) {
    const lines = await coming
    if (!lines.ok) return lines
    const page = wholePage(lines.value)
    if (!page || (page.end.more && page.end.to === page.head.from))
      return fail('central.notCertassur', 'not a whole page')
    if (page.head.epoch !== epoch) return fail('central.refused', 'central was restored from a copy')
    if (page.head.schema !== apiSchema) return fail('central.refused', 'another version of the contract')
    if (page.head.from !== cursor) {
      if (!foreseen) return fail('central.notCertassur', 'not the page asked for')
      ;[coming, following, foreseen] = [ask(cursor, 0), ask(cursor, limit), false]
      continue
    }
    cursor = page.end.to
    ;[coming, following, foreseen] = [following, page.end.more ? ask(cursor, limit) : following, true]
    total = page.head.total ?? total
    await take(page, total)
    if (!page.end.more) return ok(cursor)
  }
}
