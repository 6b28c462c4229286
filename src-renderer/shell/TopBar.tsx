import { Button, Tooltip } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DeskState } from '../../shared/calls/desk.ts'
import type { Operator } from '../../shared/operator.ts'
import { LanguageSwitch } from '../desk/LanguageSwitch.tsx'
import { PaletteField } from '../palette/PaletteField.tsx'
import { useTools } from '../tools.ts'
import { Brand } from '../ui/Brand.tsx'
import type { Screen } from './screens.ts'
import styles from './TopBar.module.css'

interface TopBarProps {
  readonly desk: DeskState
  readonly operator: Operator
  readonly screens: readonly Screen[]
}

export function TopBar({ desk, operator, screens }: TopBarProps) {
  const { t } = useTranslation('shell')
  const { deskStore, leaving } = useTools()
  const roles = operator.roles.map((role) => t(($) => $.roles[role])).join(', ')
  const lock = async () => {
    if (await leaving.leave()) await deskStore.lock()
  }
  return (
    <header className={styles.top}>
      <div className={styles.brand}>
        <Brand short />
      </div>
      <PaletteField operator={operator} screens={screens} />
      <p className={styles.who}>
        {desk.desk && (
          <span className={styles.centre} title={desk.desk.centre}>
            {desk.desk.centre}
          </span>
        )}
        <span className={styles.operator} title={`${operator.name} · ${roles}`}>
          {operator.name} · {roles}
        </span>
      </p>
      <LanguageSwitch language={desk.language} />
      <Tooltip label={t(($) => $.lockHelp)}>
        <Button
          variant="default"
          leftSection={<IconLock size={16} stroke={1.75} aria-hidden />}
          onClick={() => void lock()}
        >
          {t(($) => $.lock)}
        </Button>
      </Tooltip>
    </header>
  )
}
