import { html, type Html } from '../../web/html.ts'
import type { Centre } from '../record.ts'
import type { Visit } from './layout.ts'

/** Rule 12: the centre is the first contact. */
export const help = ({ words: { t } }: Visit, centre: Centre | undefined): Html =>
  html`<section class="sheet" aria-labelledby="help">
<h2 id="help">${t(($) => $.help.title)}</h2>
<p>${centre ? t(($) => $.help.centre, { centre: centre.name }) : t(($) => $.help.noCentre)}</p>
${centre?.email && html`<p><a href="mailto:${centre.email}">${t(($) => $.help.write, { address: centre.email })}</a></p>`}
</section>`
