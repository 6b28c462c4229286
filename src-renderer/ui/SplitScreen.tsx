import type { ComponentProps, ReactNode } from 'react'
import { Pane } from './Pane.tsx'
import { SplitFrame } from './SplitFrame.tsx'

interface SplitScreenProps extends Omit<ComponentProps<typeof SplitFrame>, 'pane'> {
  readonly detail: ReactNode
  readonly detailLabel: string
  readonly onBack: () => void
}

/** A list and what is chosen in it, to be read. */
export function SplitScreen({ detail, detailLabel, onBack, ...frame }: SplitScreenProps) {
  return (
    <SplitFrame
      {...frame}
      pane={
        <Pane label={detailLabel} onBack={frame.opened ? onBack : null}>
          {detail}
        </Pane>
      }
    />
  )
}
