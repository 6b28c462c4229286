import type { ReactNode, Ref } from 'react'
import { OfflineTag } from '../sync/OfflineTag.tsx'
import styles from './SplitFrame.module.css'

interface SplitFrameProps {
  /** Around the list and the pane. */
  readonly ref?: Ref<HTMLDivElement>
  /** May set the sizes that SplitFrame.module.css names. */
  readonly className?: string | undefined
  readonly title: string
  readonly count?: ReactNode
  /** At the right of the title. */
  readonly acts?: ReactNode
  /** Searching and filters. */
  readonly bar?: ReactNode
  /** What the whole screen has to say, above the list. It says itself when there is no line. */
  readonly notices?: ReactNode
  /** What stands between the bar and the list, at any time. */
  readonly strip?: ReactNode
  readonly list: ReactNode
  readonly pane: ReactNode
  /** Something is open beside the list; where the place is short it stands instead of it. */
  readonly opened: boolean
  /** The list has the whole place while nothing is open. */
  readonly wide?: boolean
}

/** A screen with a title, a bar, a list, and beside it a pane for what is chosen, or one after the other. */
export function SplitFrame(props: SplitFrameProps) {
  const { opened } = props
  return (
    <div className={`${styles.screen} ${props.className ?? ''}`}>
      <header className={styles.head}>
        <h1 className={styles.title}>{props.title}</h1>
        {props.count !== undefined && (
          <span className={styles.count} role="status">
            {props.count}
          </span>
        )}
        {!props.notices && <OfflineTag />}
        {props.acts && <div className={styles.acts}>{props.acts}</div>}
      </header>
      {props.notices && (
        <div className={styles.notices} data-opened={opened}>
          {props.notices}
        </div>
      )}
      {props.bar && (
        <div className={styles.bar} data-opened={opened}>
          {props.bar}
        </div>
      )}
      {props.strip}
      <div ref={props.ref} className={styles.split} data-opened={opened} data-wide={props.wide ?? false}>
        {props.list}
        {props.pane}
      </div>
    </div>
  )
}
