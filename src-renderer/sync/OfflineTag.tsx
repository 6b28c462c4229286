import { IconCloudOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useTools } from '../tools.ts'
import { Tag } from '../ui/Tag.tsx'

/** Beside a screen's title while there is no line, so that nobody waits for it. */
export function OfflineTag() {
  const { t } = useTranslation('sync')
  const { sync: store } = useTools()
  const offline = useStore(store, ({ sync }) => sync?.line === 'offline')
  if (!offline) return null
  return (
    <Tag tone="warn" icon={IconCloudOff}>
      {t(($) => $.offline.short)}
    </Tag>
  )
}
