import { Button, Menu } from '@mantine/core'
import { IconBulb, IconChevronDown } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { adviceWays } from '../../shared/advice.ts'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import styles from './AdviceStrip.module.css'
import { createAdvice } from './store.ts'
import './texts.ts'

/** Rule 11: whether the candidates of a coming session were reminded, when and by whom, and who came after that. */
export function AdviceStrip({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('advice')
  const { desk, newId } = useTools()
  const format = useFormat()
  const [store] = useState(() => createAdvice(desk, newId, sessionId))
  const { advice, busy, error } = useStore(store)
  useEffect(() => store.follow(), [store])
  if (!advice) return null
  const [last] = advice.given
  return (
    <div className={styles.strip} data-done={last !== undefined && advice.since.length === 0}>
      <IconBulb size={16} stroke={1.75} aria-hidden />
      <p className={styles.said}>
        {last
          ? t(($) => $.given[last.way], {
              date: format.date(last.at),
              time: format.time(last.at),
              name: last.actorName ?? '',
            })
          : t(($) => $.none)}
        {advice.since.length > 0 && (
          <>
            {' '}
            {t(($) => $.since, { count: advice.since.length })}{' '}
            {advice.since.map(({ lastName, firstName }) => `${lastName} ${firstName}`).join(', ')}
          </>
        )}
      </p>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            aria-busy={busy}
            rightSection={<IconChevronDown size={14} stroke={1.9} aria-hidden />}
          >
            {t(($) => (last ? $.again : $.give))}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {adviceWays.map((way) => (
            <Menu.Item key={way} onClick={() => void store.give(way)}>
              {t(($) => $.ways[way])}
            </Menu.Item>
          ))}
          {advice.withoutEmail > 0 && (
            <Menu.Label>{t(($) => $.withoutEmail, { count: advice.withoutEmail })}</Menu.Label>
          )}
        </Menu.Dropdown>
      </Menu>
      {error && <ErrorNotice error={error} />}
    </div>
  )
}
