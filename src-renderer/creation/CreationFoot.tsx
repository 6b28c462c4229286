import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { SaveFoot } from '../ui/SaveFoot.tsx'
import styles from './CreationPane.module.css'
import { useCreation } from './useCreation.ts'

interface CreationFootProps {
  readonly onCreate: () => void
  readonly onGiveUp: () => void
}

/** The one primary act: to ask Certassur, to create, or, where it cannot answer, to keep the form until it can. */
export function CreationFoot({ onCreate, onGiveUp }: CreationFootProps) {
  const { t } = useTranslation('creation')
  const { t: common } = useTranslation('common')
  const { creation, person, standing, keeps } = useCreation()
  const saving = useStore(creation, (state) => state.saving)
  const asking = standing.kind === 'asking'
  const byHere = standing.kind === 'ready' && standing.checked.by === 'here'
  const answered = standing.kind === 'ready' || standing.kind === 'matches'
  const save = keeps ? 'keep' : answered ? 'create' : 'ask'
  const idle = { keep: person === null, create: standing.kind !== 'ready' }
  return (
    <SaveFoot
      act={
        byHere ? (
          <Button variant="default" aria-busy={saving} onClick={onCreate}>
            {t(($) => $.foot.createAnyway)}
          </Button>
        ) : undefined
      }
      saved={standing.kind === 'matches' && <p className={styles.decideFirst}>{t(($) => $.foot.decideFirst)}</p>}
      giveUp={{ label: common(($) => $.cancel), act: onGiveUp }}
      save={t(($) => $.foot[save])}
      idle={save === 'ask' ? standing.kind !== 'toCheck' : idle[save]}
      saving={saving || asking}
    />
  )
}
