import { Button } from '@mantine/core'
import { IconClockUp, IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { HoldCase } from '../../shared/calls/duplicate.ts'
import { useTools } from '../tools.ts'
import { Notice, NoticeActs } from '../ui/Notice.tsx'

/** Says above the fields of a new record that Certassur perhaps knew the person, and leads to the decision. */
export function HeldNotice({ held: { hold } }: { held: HoldCase }) {
  const { t } = useTranslation('duplicates')
  const { going } = useTools()
  const decided = hold.decision !== null
  return (
    <Notice
      tone={decided ? 'neutral' : 'hold'}
      icon={decided ? IconClockUp : IconUserQuestion}
      title={decided ? t(($) => $.held.decided) : t(($) => $.held.title)}
    >
      <p>{decided ? t(($) => $.hold.notedHelp) : t(($) => $.held.help)}</p>
      {going.has('duplicates') && (
        <NoticeActs>
          <Button variant="default" onClick={() => void going.go({ screen: 'duplicates', id: hold.id })}>
            {decided ? t(($) => $.held.see) : t(($) => $.held.decide)}
          </Button>
        </NoticeActs>
      )}
    </Notice>
  )
}
