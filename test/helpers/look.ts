import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { type Application, expect } from './application.ts'

const pictures = resolve(import.meta.dirname, '../../test-results/pictures')

interface Measure {
  readonly width: number
  readonly height: number
  readonly zoom: number
  readonly colorScheme: 'light' | 'dark'
  /** What axe can find here that it did not find in the measure before: a scheme changes colours alone, a zoom none. */
  readonly rules: axe.RunOptions
}
const measures: readonly Measure[] = [
  { width: 1440, height: 900, zoom: 1, colorScheme: 'light', rules: {} },
  { width: 1366, height: 768, zoom: 1, colorScheme: 'dark', rules: { runOnly: ['color-contrast'] } },
  {
    width: 1440,
    height: 900,
    zoom: 2,
    colorScheme: 'light',
    rules: { rules: { 'color-contrast': { enabled: false } } },
  },
]

/** Gives the page this much room, and waits until everything stands where it will be seen. */
export async function resize(
  { electron, page }: Application,
  { width, height, zoom }: Pick<Measure, 'width' | 'height' | 'zoom'>,
) {
  await electron.evaluate(
    ({ BrowserWindow }, [wide = 0, high = 0, factor = 1]) => {
      // A browser may stand beside it.
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().startsWith('app:'))
      window?.setContentSize(wide, high)
      window?.webContents.setZoomFactor(factor)
    },
    [width, height, zoom],
  )
  // A display of exactly that size takes a pixel for the frame.
  await page.waitForFunction((wide) => Math.abs(innerWidth - wide) < 3, width / zoom)
  await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)))
  })
}

/** The window as it is seen: a screenshot of the page alone would be cut where it is zoomed. */
async function picture({ electron }: Application, name: string): Promise<void> {
  const png = await electron.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().startsWith('app:'))
    // The first one may still show what stood there before.
    await window?.webContents.capturePage()
    return (await window?.webContents.capturePage())?.toPNG().toString('base64')
  })
  const file = `${pictures}/${name}.png`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, Buffer.from(png ?? '', 'base64'))
}

/** What axe objects to, each with the first element concerned. Its source stays in the page: reading it takes a while. */
async function violations(page: Page, rules: axe.RunOptions): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations: found } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(options),
    { resultTypes: ['violations'], ...rules } satisfies axe.RunOptions,
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.any[0]?.message ?? ''}`)
}

/** In a whole run nobody looks at them, and they take a fifth of its time. */
const withPictures = process.env['DESK_PICTURES'] !== 'no'

/**
 * Judges what stands in the window now, light and dark, in a small window and at 200 %: a picture of each, nothing that
 * axe objects to, and no need to scroll sideways. What no language changes, colours and structure, is judged in French.
 * @param name of the pictures, below test-results/pictures
 */
export async function judge(application: Application, name: string): Promise<void> {
  const { page } = application
  const isFrench = (await page.locator('html').getAttribute('lang')) === 'fr'
  for (const measure of measures) {
    const { width, zoom, colorScheme, rules } = measure
    if (!isFrench && !withPictures && colorScheme === 'dark') continue
    const what = `${name}-${colorScheme}-${width}-${zoom * 100}`
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await resize(application, measure)
    if (withPictures) await picture(application, what)
    if (isFrench || zoom === 1) expect(await violations(page, rules), what).toEqual([])
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(tooWide, `${what} needs no sideways scrolling`).toBeLessThanOrEqual(0)
  }
  await resize(application, { width: 1440, height: 900, zoom: 1 })
}
