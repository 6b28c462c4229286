import { Button } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTools } from '../tools.ts'
import './texts.ts'

/** The way to the lists of employers: for the records alone, or for a session. */
export function ImportListButton({ sessionId }: { sessionId?: string }) {
  const { t } = useTranslation('employerList')
  const { going } = useTools()
  if (!going.has('employerList')) return null
  return (
    <Button
      variant="default"
      leftSection={<IconTableImport size={16} stroke={1.75} aria-hidden />}
      onClick={() => void going.go({ screen: 'employerList', ...(sessionId !== undefined && { sessionId }) })}
    >
      {sessionId === undefined ? t(($) => $.begin) : t(($) => $.beginIn)}
    </Button>
  )
}
