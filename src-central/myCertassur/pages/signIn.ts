import { formField } from '../../web/form.ts'
import { html } from '../../web/html.ts'
import { notice, type Tone } from '../../web/notice.ts'
import { base, verifyPath } from '../paths.ts'
import { field } from './field.ts'
import { doorPath, layout, type Visit } from './layout.ts'

/** What was typed, and what is to be said about it. */
export interface SignInForm {
  readonly login?: string | undefined
  readonly said?: string | undefined
  readonly tone?: Tone
}

export function signInPage(visit: Visit, { login, said, tone = 'bad' }: SignInForm = {}): string {
  const { t } = visit.words
  const title = t(($) => $.signIn.title)
  return layout(visit, {
    title,
    here: `${base}/sign-in`,
    main: html`<div class="sheet">
<h1>${title}</h1>
<p class="quiet">${t(($) => $.signIn.intro)}</p>
${said && notice(tone, said)}
<form class="stack" method="post" action="${doorPath(visit, 'sign-in')}">
${formField(visit)}
${field({
  name: 'login',
  label: t(($) => $.signIn.login),
  help: t(($) => $.signIn.loginHelp),
  value: login,
  autocomplete: 'username',
})}
${field({ name: 'password', label: t(($) => $.signIn.password), type: 'password', autocomplete: 'current-password' })}
<p class="acts"><button class="button primary wide">${t(($) => $.signIn.submit)}</button></p>
</form>
<p><a href="${doorPath(visit, 'codes')}">${t(($) => $.signIn.lost)}</a></p>
<p><a href="${verifyPath}?language=${visit.words.language}">${t(($) => $.verify.link)}</a></p>
</div>`,
  })
}
