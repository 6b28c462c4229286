import { html, type Html } from '../../web/html.ts'

interface Field {
  readonly name: string
  readonly label: string
  readonly help?: string | undefined
  /** What is wrong with what was typed. */
  readonly problem?: string | undefined
  readonly value?: string | undefined
  readonly type?: 'text' | 'password' | 'email' | 'tel'
  readonly autocomplete: string
  readonly maxLength?: number
  readonly required?: boolean
}

/** One field with its name above it, and below it what helps or what is wrong; both are read with it. */
export function field({
  name,
  label,
  help,
  problem,
  value,
  type = 'text',
  autocomplete,
  maxLength = 200,
  required = true,
}: Field): Html {
  const described = [...(problem ? [`${name}-problem`] : []), ...(help ? [`${name}-help`] : [])].join(' ')
  return html`<p class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value}" maxlength="${maxLength}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" ${required && html`required`} ${problem && html`aria-invalid="true"`} ${described && html`aria-describedby="${described}"`}>
${problem && html`<span class="wrong" id="${name}-problem">${problem}</span>`}
${help && html`<span class="quiet small" id="${name}-help">${help}</span>`}</p>`
}
