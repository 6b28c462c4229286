import {
  type Icon,
  IconAlertTriangle,
  IconBulb,
  IconCertificate,
  IconChevronRight,
  IconCircleCheck,
  IconClock,
  IconClockExclamation,
  IconClockQuestion,
  IconLockOpen,
  IconUserEdit,
  IconUserQuestion,
  IconUsersPlus,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Today } from '../../shared/calls/today.ts'
import { useTools } from '../tools.ts'
import { Block } from './Block.tsx'
import block from './Block.module.css'
import { nothingToDo, type Todo, todosOf } from './todo.ts'
import styles from './TodoList.module.css'
import { useSessionText } from './useSessionText.ts'

const icons: Readonly<Record<Todo['kind'], Icon>> = {
  toReview: IconAlertTriangle,
  held: IconUserQuestion,
  unverified: IconClockQuestion,
  corrections: IconUserEdit,
  unadvised: IconBulb,
  late: IconClockExclamation,
  toConfirm: IconUsersPlus,
  unclosed: IconLockOpen,
  ready: IconCertificate,
  awaited: IconClock,
}

/** What waits for somebody, each line leading to where it is done. */
export function TodoList({ today }: { today: Today }) {
  const { t } = useTranslation('today')
  const { going } = useTools()
  const sessionText = useSessionText()
  const todos = todosOf(today, going.has)

  const words = (todo: Todo): readonly [what: string, help: string] => {
    switch (todo.kind) {
      case 'toConfirm':
        return [t(($) => $.todo.toConfirm, { count: todo.count }), sessionText(todo.session)]
      case 'unclosed':
        return [t(($) => $.todo.unclosed), sessionText(todo.session)]
      default:
        return [t(($) => $.todo[todo.kind], { count: todo.count }), t(($) => $.todo[`${todo.kind}Help`])]
    }
  }

  return (
    <Block title={t(($) => $.todo.title)}>
      {nothingToDo(todos, today) && (
        <p className={block.none}>
          <IconCircleCheck size={18} stroke={1.75} aria-hidden />
          {t(($) => $.todo.nothing)}
        </p>
      )}
      <ul className={block.lines}>
        {todos.map((todo) => {
          const Symbol = icons[todo.kind]
          const [what, help] = words(todo)
          const key = 'session' in todo ? `${todo.kind} ${todo.session.session.id}` : todo.kind
          return (
            <li key={key}>
              <button type="button" className={block.open} onClick={() => void going.go(todo.target)}>
                <Symbol className={styles.icon} data-kind={todo.kind} size={18} stroke={1.75} aria-hidden />
                <span className={block.what}>
                  {what}
                  <span className={block.help}>{help}</span>
                </span>
                <IconChevronRight className={block.go} size={16} stroke={1.75} aria-hidden />
              </button>
            </li>
          )
        })}
      </ul>
    </Block>
  )
}
