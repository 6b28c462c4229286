import { useTranslation } from 'react-i18next'
import styles from './ShortcutList.module.css'

/** Names of keys are the same on every keyboard that the centres use. */
const shortcuts = [
  ['palette', 'Ctrl K'],
  ['screens', 'Ctrl 1 … 9'],
  ['find', 'Ctrl F'],
  ['save', 'Ctrl S'],
  ['print', 'Ctrl P'],
  ['exchange', 'F5'],
  ['settings', 'F1'],
  ['arrows', '↑ ↓'],
  ['enter', '↵'],
  ['escape', 'Esc'],
] as const

export function ShortcutList() {
  const { t } = useTranslation('settings')
  return (
    <table className={styles.keys}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.keys.key)}</th>
          <th scope="col">{t(($) => $.keys.does)}</th>
        </tr>
      </thead>
      <tbody>
        {shortcuts.map(([does, key]) => (
          <tr key={does}>
            <td>
              <kbd>{key}</kbd>
            </td>
            <td>{t(($) => $.keys[does])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
