import { documentLanguageOf } from '../../../shared/centre.ts'
import { formField } from '../../web/form.ts'
import { html, type Html } from '../../web/html.ts'
import { notice } from '../../web/notice.ts'
import { base } from '../paths.ts'
import type { Own } from '../record.ts'
import { field } from './field.ts'
import { layout, type Visit } from './layout.ts'

/** What was typed in each field, and what is wrong with it; a form that comes back stays filled. */
export interface Typed {
  readonly values: Readonly<Record<string, string | undefined>>
  readonly problems: Readonly<Record<string, string | undefined>>
  /** About no field. */
  readonly problem?: string | undefined
}
export const nothing: Typed = { values: {}, problems: {} }

interface Form {
  readonly path: 'contact' | 'correction' | 'email' | 'accounts'
  readonly title: string
  readonly intro: string
  readonly submit: string
  readonly typed: Typed
  readonly fields: Html
  readonly after?: Html | false
}

function page(visit: Visit, { path, title, intro, submit, typed, fields, after }: Form): string {
  const { t } = visit.words
  return layout(visit, {
    title,
    here: `${base}/${path}`,
    main: html`<div class="sheet">
<h1>${title}</h1>
<p class="quiet">${intro}</p>
${typed.problem && notice('bad', typed.problem)}
<form class="stack" method="post" action="${base}/${path}">
${formField(visit)}
${fields}
<p class="acts"><button class="button primary wide">${submit}</button> <a class="button" href="${base}/record">${t(($) => $.back)}</a></p>
</form>
${after}
</div>`,
  })
}

/** Telephone and language; the birth date where none is known. */
export function contactPage(visit: Visit, own: Own, typed = nothing): string {
  const { t } = visit.words
  const { values, problems } = typed
  const language = values['language'] ?? documentLanguageOf(own.language)
  return page(visit, {
    path: 'contact',
    title: t(($) => $.contact.title),
    intro: t(($) => $.contact.intro),
    submit: t(($) => $.contact.submit),
    typed,
    fields: html`${
      own.birthDate === null &&
      field({
        name: 'birthDate',
        label: t(($) => $.fields.birthDate),
        help: t(($) => $.contact.birthDateHelp),
        value: values['birthDate'],
        problem: problems['birthDate'],
        autocomplete: 'bday',
        required: false,
      })
    }
${field({ name: 'phone', label: t(($) => $.fields.phone), value: values['phone'] ?? own.phone ?? '', problem: problems['phone'], type: 'tel', autocomplete: 'tel', required: false })}
<p class="field"><label for="documentLanguage">${t(($) => $.fields.language)}</label>
<select id="documentLanguage" name="language">${(['fr', 'nl'] as const).map((one) => html`<option value="${one}" ${one === language && html`selected`}>${t(($) => $.record.languages[one])}</option>`)}</select></p>`,
  })
}

/** A name or a birth date that is wrong: his centre decides. */
export function correctionPage(visit: Visit, own: Own, typed = nothing): string {
  const { t, day } = visit.words
  const { values, problems } = typed
  const text = (name: 'lastName' | 'firstName', autocomplete: string) =>
    field({
      name,
      label: t(($) => $.fields[name]),
      value: values[name] ?? own[name],
      problem: problems[name],
      autocomplete,
      maxLength: 120,
    })
  return page(visit, {
    path: 'correction',
    title: t(($) => $.correction.title),
    intro: t(($) => $.correction.intro),
    submit: t(($) => $.correction.submit),
    typed,
    fields: html`${text('lastName', 'family-name')}
${text('firstName', 'given-name')}
${field({
  name: 'birthDate',
  label: t(($) => $.fields.birthDate),
  value: values['birthDate'] ?? (own.birthDate ? day(own.birthDate) : ''),
  problem: problems['birthDate'],
  autocomplete: 'bday',
  required: false,
})}
${field({ name: 'reason', label: t(($) => $.correction.reason), help: t(($) => $.correction.reasonHelp), value: values['reason'], problem: problems['reason'], autocomplete: 'off', maxLength: 300 })}`,
  })
}

/** Another address: a code is mailed to it, and it counts once the code is typed. */
export function emailPage(visit: Visit, own: Own, typed = nothing): string {
  const { t } = visit.words
  const { values, problems } = typed
  return page(visit, {
    path: 'email',
    title: t(($) => $.email.title),
    intro: t(($) => $.email.intro, { email: own.email ?? t(($) => $.email.none) }),
    submit: t(($) => $.email.submit),
    typed,
    fields: html`${field({ name: 'email', label: t(($) => $.email.chosen), value: values['email'] ?? '', problem: problems['email'], type: 'email', autocomplete: 'email', maxLength: 254 })}`,
    after:
      own.waitingEmail !== undefined &&
      html`<form class="stack" method="post" action="${base}/email/code">
${formField(visit)}
<h2>${t(($) => $.email.codeTitle)}</h2>
<p class="quiet">${t(($) => $.email.codeSent, { email: own.waitingEmail })}</p>
${field({ name: 'code', label: t(($) => $.email.code), value: values['code'] ?? '', problem: problems['code'], autocomplete: 'one-time-code', maxLength: 20 })}
<p class="acts"><button class="button primary wide">${t(($) => $.email.confirm)}</button></p>
</form>`,
  })
}

/** "I have two accounts": his centre sees to it. */
export function accountsPage(visit: Visit, typed = nothing): string {
  const { t } = visit.words
  return page(visit, {
    path: 'accounts',
    title: t(($) => $.accounts.title),
    intro: t(($) => $.accounts.intro),
    submit: t(($) => $.accounts.submit),
    typed,
    fields: html`${field({ name: 'reason', label: t(($) => $.accounts.reason), help: t(($) => $.accounts.reasonHelp), value: typed.values['reason'], problem: typed.problems['reason'], autocomplete: 'off', maxLength: 300 })}`,
  })
}
