import { Fragment, type ReactNode } from 'react'

/** An address is broken before its signs, where the eye expects it, and elsewhere only when a part alone is too long. */
export function breakable(text: string): ReactNode {
  let start = 0
  return text.split(/(?=[@.])/).map((piece) => {
    const key = start
    start += piece.length
    return (
      <Fragment key={key}>
        {key > 0 && <wbr />}
        {piece}
      </Fragment>
    )
  })
}
