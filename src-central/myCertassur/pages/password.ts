import { LEAST_LETTERS, MOST_LETTERS, type Weakness } from '../accounts.ts'
import { formField } from '../../web/form.ts'
import { html } from '../../web/html.ts'
import { notice } from '../../web/notice.ts'
import { base } from '../paths.ts'
import type { Known } from '../session.ts'
import { field } from './field.ts'
import { layout, type Visit } from './layout.ts'

export interface PasswordForm {
  readonly saved?: boolean
  readonly problem?: Weakness | 'wrongCurrent' | 'different'
  readonly lockedUntil?: Date
}

/** What was typed is never shown again: the fields are empty after a mistake. */
export function passwordPage(
  visit: Visit,
  { mustReplace, login }: Known,
  { saved, problem, lockedUntil }: PasswordForm = {},
): string {
  const { t, time } = visit.words
  const title = t(($) => (mustReplace ? $.password.first : $.password.title))
  const wrong = (...kinds: readonly PasswordForm['problem'][]) =>
    problem && kinds.includes(problem)
      ? t(($) => $.password[problem], { least: LEAST_LETTERS, most: MOST_LETTERS })
      : undefined
  return layout(visit, {
    title,
    here: `${base}/password`,
    main: html`<div class="sheet">
<h1>${title}</h1>
${mustReplace && html`<p class="quiet">${t(($) => $.password.firstHelp)}</p>`}
${
  saved &&
  notice(
    'ok',
    t(($) => $.password.saved),
  )
}
${
  lockedUntil &&
  notice(
    'bad',
    t(($) => $.password.locked, { time: time(lockedUntil) }),
  )
}
<form class="stack" method="post" action="${base}/password">
${formField(visit)}
<input type="hidden" name="username" autocomplete="username" value="${login}">
${!mustReplace && field({ name: 'current', label: t(($) => $.password.current), type: 'password', autocomplete: 'current-password', problem: wrong('wrongCurrent') })}
${field({
  name: 'chosen',
  label: t(($) => $.password.chosen),
  help: t(($) => $.password.chosenHelp, { least: LEAST_LETTERS }),
  type: 'password',
  autocomplete: 'new-password',
  problem: wrong('short', 'long', 'isLogin', 'given'),
})}
${field({ name: 'again', label: t(($) => $.password.again), type: 'password', autocomplete: 'new-password', problem: wrong('different') })}
<p class="acts"><button class="button primary wide">${t(($) => $.password.submit)}</button></p>
</form>
</div>`,
  })
}
