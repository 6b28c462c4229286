import { formField } from '../../web/form.ts'
import { html } from '../../web/html.ts'
import { notice } from '../../web/notice.ts'
import { base } from '../paths.ts'
import { layout, type Visit } from './layout.ts'

/** What was typed, what is wrong with it, and what waits until somebody has signed in. */
export interface SignInForm {
  readonly username?: string | undefined
  readonly problem?: string | undefined
  /** The request that was open. */
  readonly to?: string | undefined
  /** A reason that was written when the time was over. */
  readonly reason?: string | undefined
}

export function signInPage(visit: Visit, { username, problem, to, reason }: SignInForm = {}): string {
  const { t } = visit.words
  const title = t(($) => $.signIn.title)
  return layout(visit, {
    title,
    to,
    narrow: true,
    main: html`<div class="sheet">
<h1>${title}</h1>
<p class="quiet">${t(($) => $.signIn.intro)}</p>
${problem && notice('bad', problem)}
${
  reason &&
  notice(
    'hold',
    t(($) => $.signIn.kept),
  )
}
<form class="stack" method="post" action="${base}/sign-in">
${formField(visit)}
${to && html`<input type="hidden" name="to" value="${to}">`}
${reason && html`<input type="hidden" name="reason" value="${reason}">`}
<p class="field"><label for="username">${t(($) => $.signIn.username)}</label>
<input id="username" name="username" value="${username}" maxlength="200" autocomplete="username" autocapitalize="none" spellcheck="false" required></p>
<p class="field"><label for="password">${t(($) => $.signIn.password)}</label>
<input id="password" name="password" type="password" maxlength="200" autocomplete="current-password" required></p>
<p class="acts"><button class="button primary wide">${t(($) => $.signIn.submit)}</button></p>
</form>
</div>`,
  })
}
