import { setImmediate } from 'node:timers/promises'

/** Runs slice after slice, with a turn for everybody else between them, until it is done or `goesOn` says no. */
export async function inSlices(work: Iterator<void, void>, milliseconds: number, goesOn: () => boolean): Promise<void> {
  while (goesOn()) {
    const until = performance.now() + milliseconds
    do {
      if (work.next().done) return
    } while (performance.now() < until)
    await setImmediate()
  }
}
