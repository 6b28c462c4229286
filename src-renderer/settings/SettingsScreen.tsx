import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { LanguageSwitch } from '../desk/LanguageSwitch.tsx'
import { useTools } from '../tools.ts'
import { Chips } from '../ui/Chips.tsx'
import { densities, useDensity } from '../ui/useRowHeight.ts'
import { DeskFacts } from './DeskFacts.tsx'
import { PrinterChoice } from './PrinterChoice.tsx'
import type { Printers } from './printers.ts'
import styles from './SettingsScreen.module.css'
import { ShortcutList } from './ShortcutList.tsx'

/** How the program looks and prints here, what this desk is, and which keys there are. */
export function SettingsScreen({ printers }: { printers: Printers }) {
  const { t } = useTranslation('settings')
  const { deskStore, leaving } = useTools()
  const desk = useStore(deskStore, (state) => state.desk)
  const [density, setDensity] = useDensity()
  if (!desk) return null
  const lock = async () => {
    if (await leaving.leave()) await deskStore.lock()
  }
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t(($) => $.title)}</h1>
      </header>
      <div className={styles.body}>
        <div className={styles.column}>
          <Section title={t(($) => $.language.title)} help={t(($) => $.language.help)}>
            <LanguageSwitch language={desk.language} />
          </Section>
          <Section title={t(($) => $.density.title)} help={t(($) => $.density.help)}>
            <Chips
              label={t(($) => $.density.title)}
              value={density}
              onChoose={setDensity}
              chips={densities.map((value) => ({ value, label: t(($) => $.density[value]) }))}
            />
          </Section>
          <Section title={t(($) => $.printer.title)} help={t(($) => $.printer.help)}>
            <PrinterChoice printers={printers} />
          </Section>
          <Section title={t(($) => $.lock.title)} help={t(($) => $.lock.help)}>
            <Button
              variant="default"
              leftSection={<IconLock size={16} stroke={1.75} aria-hidden />}
              onClick={() => void lock()}
            >
              {t(($) => $.lock.act)}
            </Button>
          </Section>
        </div>
        <div className={styles.column}>
          <Section title={t(($) => $.desk.title)}>
            <DeskFacts desk={desk} />
          </Section>
          <Section title={t(($) => $.keys.title)}>
            <ShortcutList />
          </Section>
        </div>
      </div>
    </div>
  )
}

function Section({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2 className={styles.name}>{title}</h2>
      {children}
      {help !== undefined && <p className={styles.help}>{help}</p>}
    </section>
  )
}
