import { TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { inBelgium } from '../../shared/time.ts'
import { useTools } from '../tools.ts'
import { readTime } from '../ui/TimeFieldText.ts'
import styles from './DoorBar.module.css'
import { languageOf, letters } from './keys.ts'
import { useCheckIn } from './store.ts'

interface HourFieldProps {
  readonly ref: RefObject<HTMLInputElement | null>
  /** The hour is said: the search takes the focus. */
  readonly onDone: () => void
}

/** The hour of the next marks while a paper list is entered; empty is now. */
export function HourField({ ref, onDone }: HourFieldProps) {
  const { t, i18n } = useTranslation('checkIn')
  const { now } = useTools()
  const { view } = useCheckIn()
  const hour = useStore(view, (state) => state.hour)
  const [text, setText] = useState(hour ?? '')
  const [wrong, setWrong] = useState<'wrong' | 'later' | null>(null)
  const id = useId()

  const clear = () => {
    setText('')
    setWrong(null)
    view.setHour(null)
  }
  const take = (): boolean => {
    if (text.trim() === '') {
      clear()
      return true
    }
    const read = readTime(text)
    const time = read.ok ? read.value : null
    const refused = time === null ? 'wrong' : time > inBelgium(now()).time ? 'later' : null
    setWrong(refused)
    view.setHour(refused ? null : time)
    if (!refused && time) setText(time)
    return refused === null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      clear()
      onDone()
    } else if (event.key === 'Enter') {
      if (take()) onDone()
    } else return
    event.preventDefault()
  }

  return (
    <div className={styles.hour} data-set={hour !== null}>
      <label htmlFor={id} title={t(($) => $.hour.help)}>
        {t(($) => $.hour.label)}
      </label>
      <TextInput
        ref={ref}
        id={id}
        title={t(($) => $.hour.help)}
        placeholder={t(($) => $.hour.now)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
        error={wrong !== null}
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        aria-keyshortcuts={`Alt+${letters[languageOf(i18n.language)].hour}`}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        rightSection={
          hour !== null && (
            <button
              type="button"
              className={styles.clear}
              aria-label={t(($) => $.hour.back)}
              title={t(($) => $.hour.back)}
              onClick={() => {
                clear()
                onDone()
              }}
            >
              <IconX size={15} stroke={1.9} aria-hidden />
            </button>
          )
        }
      />
      {wrong && (
        <span id={`${id}-wrong`} className={styles.wrong} role="alert">
          {t(($) => $.hour[wrong])}
        </span>
      )}
    </div>
  )
}
