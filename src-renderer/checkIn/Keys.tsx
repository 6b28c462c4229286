import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import styles from './DoorBar.module.css'
import { languageOf, letters } from './keys.ts'
import { useCheckIn } from './store.ts'

const hinted = ['late', 'absent'] as const

/** Which keys do what at this moment: letters alone while the operator goes through the list, with Alt at any time. */
export function Keys() {
  const { t, i18n } = useTranslation('checkIn')
  const { view } = useCheckIn()
  const browsing = useStore(view, (state) => state.browsing && state.text === '')
  const before = browsing ? '' : 'Alt '
  const keys = [
    { key: '↑ ↓', word: t(($) => $.keys.choose) },
    { key: t(($) => $.keys.enter), word: t(($) => $.keys.present) },
    ...hinted.map((act) => ({ key: before + letters[languageOf(i18n.language)][act], word: t(($) => $.keys[act]) })),
    { key: 'Ctrl Z', word: t(($) => $.keys.undo) },
  ]
  return (
    <p className={styles.keys} aria-label={t(($) => $.keys.label)}>
      {keys.map(({ key, word }, index) => (
        <Fragment key={word}>
          {index > 0 && ' · '}
          <b>{key}</b> {word}
        </Fragment>
      ))}
    </p>
  )
}
