import { setImmediate } from 'node:timers/promises'

export const listHead = 'Nom;Prénom;Date de naissance;E-mail'

/**
 * Milliseconds of work in the longest turn of this thread. On a machine with nothing else to do it is 15 to 25 for either
 * step; a busy one works three times as slowly, and all of it in one turn would take ten times as long.
 */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let longest: number
  let isOver = false
  // What is done before it is first waited for is a turn as well.
  const begun = process.threadCpuUsage()
  const over = work().finally(() => (isOver = true))
  const { user, system } = process.threadCpuUsage(begun)
  longest = (user + system) / 1000
  while (!isOver) {
    const before = process.threadCpuUsage()
    await setImmediate()
    const { user, system } = process.threadCpuUsage(before)
    longest = Math.max(longest, (user + system) / 1000)
  }
  await over
  return longest
}

/** Names that resemble each other little. */
const SYLLABLES = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'la',
  'me',
  'ni',
  'po',
  'ru',
  'sa',
  'te',
  'vi',
  'xo',
  'zu',
  'kha',
  'bre',
]
function letters(at: number): string {
  let left = (at + 1) * 7919
  let name = ''
  while (left > 0) {
    name += SYLLABLES[left % 17] ?? ''
    left = Math.floor(left / 17)
  }
  return name
}
/** So many lines of people, each another one, under `listHead`. */
export const many = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${letters(at)};${letters(at * 3 + 1)};${day(at)};p${at}@exemple.be`)
const day = (at: number): string => `${1 + (at % 28)}/${1 + (at % 12)}/${1950 + (at % 50)}`
