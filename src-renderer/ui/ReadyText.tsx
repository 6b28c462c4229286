import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './ReadyText.module.css'
import { useCopy } from './useCopy.ts'

interface ReadyTextProps {
  readonly texts: { readonly copy: string; readonly copied: string }
  /** It stands on a coloured notice. */
  readonly onNotice?: boolean
  /** Somebody just asked for it: the keyboard goes to the button. */
  readonly asked?: boolean
  readonly children: ReactNode
}

/** A text that is ready to be sent, and the button that copies it. */
export function ReadyText({ texts, onNotice = false, asked = false, children }: ReadyTextProps) {
  const { ref, copied, copy } = useCopy<HTMLDivElement>()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asked) button.current?.focus()
  }, [asked])
  return (
    <>
      <div ref={ref} className={styles.text} data-on-notice={onNotice} data-selectable>
        {children}
      </div>
      <Button
        ref={button}
        variant="default"
        leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
        onClick={copy}
        aria-live="polite"
      >
        {copied ? texts.copied : texts.copy}
      </Button>
    </>
  )
}
