import type { FastifyInstance, FastifyReply } from 'fastify'
import { candidateFieldSchemas, emailSchema } from '../../shared/candidate.ts'
import { readBirthDate } from '../../shared/birthDate.ts'
import { correctedFields, correctionPatchSchema } from '../../shared/correction.ts'
import { parse } from '../../shared/parse.ts'
import { reasonSchema } from '../../shared/registration.ts'
import { type FieldCode, ok, type Result } from '../../shared/result.ts'
import { inBelgium } from '../../shared/time.ts'
import type { Central } from '../central.ts'
import { askCentre } from '../corrections/ask.ts'
import { type Fields, formOf, goTo, queryOf, send } from '../web/form.ts'
import { askEmail, confirmData, confirmEmail, editOwn, noteOpened } from './acts.ts'
import { accountsPage, contactPage, correctionPage, emailPage, nothing, type Typed } from './pages/forms.ts'
import { type Done, dones, recordPage } from './pages/record.ts'
import { base } from './paths.ts'
import { type Own, readOwn } from './record.ts'
import type { Words } from './texts.ts'
import { forCandidate, type On } from './visit.ts'

const hidden = { schema: { hide: true } }
const guarded = { ...hidden, config: { rateLimit: { max: 30, timeWindow: 60_000 } } }

type Page = (on: On, own: Own, typed: Typed) => string

/** A candidate's own record: what he checks, completes, and asks his centre to correct. */
export function recordRoutes(app: FastifyInstance, central: Central): void {
  const own = (handle: (on: On, own: Own, fields: Fields) => Promise<FastifyReply>) =>
    forCandidate(central, async (on) => handle(on, await readOwn(central, on.known.id), formOf(on.request)))
  const shown = (page: Page) => own(async (on, record) => send(on.reply, page(on, record, nothing)))

  app.get(
    '/record',
    hidden,
    own(async (on, record) => {
      await noteOpened(central, on.known.id)
      const done = queryOf(on.request)['done']
      return send(
        on.reply,
        recordPage(
          on.visit,
          record,
          dones.find((one) => one === done),
        ),
      )
    }),
  )
  app.post(
    '/confirm',
    guarded,
    own(async (on) => {
      await confirmData(central, on.known.id)
      return back(on, 'confirmed')
    }),
  )
  app.get('/contact', hidden, shown(contact))
  app.post('/contact', guarded, own(saveContact))
  app.get('/correction', hidden, shown(correction))
  app.post('/correction', guarded, own(askCorrection))
  app.get('/email', hidden, shown(email))
  app.post('/email', guarded, own(sendCode))
  app.post('/email/code', guarded, own(typeCode))
  app.get('/accounts', hidden, shown(accounts))
  app.post('/accounts', guarded, own(askAccounts))
}

const contact: Page = ({ visit }, own, typed) => contactPage(visit, own, typed)
const correction: Page = ({ visit }, own, typed) => correctionPage(visit, own, typed)
const email: Page = ({ visit }, own, typed) => emailPage(visit, own, typed)
const accounts: Page = ({ visit }, _own, typed) => accountsPage(visit, typed)

const back = ({ reply }: On, done: Done): FastifyReply => goTo(reply, `${base}/record?done=${done}`)

/** The form again, as it was filled in, with what is wrong under each field. */
function again(on: On, own: Own, page: Page, wrong: Readonly<Record<string, FieldCode>>): FastifyReply {
  const problems = Object.fromEntries(
    Object.entries(wrong).map(([field, code]) => [field, problemText(on.visit.words, code)]),
  )
  return send(on.reply, page(on, own, { values: formOf(on.request), problems }), 422)
}

function problemText({ t }: Words, code: FieldCode): string {
  switch (code) {
    case 'field.required':
      return t(($) => $.problems.required)
    case 'field.tooLong':
      return t(($) => $.problems.tooLong)
    case 'email.invalid':
      return t(($) => $.problems.email)
    case 'date.invalid':
    case 'date.notInPast':
      return t(($) => $.problems.date)
    default:
      return t(($) => $.problems.invalid)
  }
}

/** The first thing wrong, where something is. */
const codeOf = (result: Result<unknown>): FieldCode | undefined =>
  result.ok ? undefined : (result.error.fields?.[0]?.code ?? 'field.invalid')

const dateIn = (on: On, { birthDate = '' }: Fields) => readBirthDate(birthDate, inBelgium(on.central.now()).date)

/** Only what is wrong, by its field. */
const wrongIn = (codes: Readonly<Record<string, FieldCode | undefined>>): Readonly<Record<string, FieldCode>> =>
  Object.fromEntries(Object.entries(codes).flatMap(([field, code]) => (code ? [[field, code] as const] : [])))

async function saveContact(on: On, own: Own, fields: Fields): Promise<FastifyReply> {
  const phone = parse(candidateFieldSchemas.phone, fields['phone'] ?? '')
  const date = own.birthDate === null ? dateIn(on, fields) : ok(null)
  if (!phone.ok || !date.ok) return again(on, own, contact, wrongIn({ phone: codeOf(phone), birthDate: codeOf(date) }))
  const language = fields['language'] === 'nl' ? 'nl' : 'fr'
  await editOwn(on.central, own.id, {
    phone: phone.value,
    // Whoever speaks German chose one of the two for his documents; that is no change of what he speaks.
    ...(own.language === 'de' && language === 'fr' ? {} : { language }),
    ...(date.value === null ? {} : { birthDate: date.value }),
  })
  return back(on, 'saved')
}

async function askCorrection(on: On, own: Own, fields: Fields): Promise<FastifyReply> {
  const date = dateIn(on, fields)
  const reason = parse(reasonSchema, fields['reason'] ?? '')
  const typed = {
    lastName: fields['lastName'] ?? '',
    firstName: fields['firstName'] ?? '',
    birthDate: (date.ok && date.value) || own.birthDate,
  }
  const patch = parse(
    correctionPatchSchema,
    Object.fromEntries(
      correctedFields.flatMap((field) => (typed[field] === own[field] ? [] : [[field, typed[field]] as const])),
    ),
  )
  if (!patch.ok || !reason.ok || !date.ok) {
    const names = patch.ok ? [] : (patch.error.fields ?? []).map(({ field, code }) => [field, code] as const)
    const others = wrongIn({ birthDate: codeOf(date), reason: codeOf(reason) })
    return again(on, own, correction, { ...Object.fromEntries(names), ...others })
  }
  const { t } = on.visit.words
  const refused = (problem: string, status: number) =>
    send(on.reply, correction(on, own, { values: fields, problems: {}, problem }), status)
  const asked = correctedFields.filter((field) => field in patch.value)
  if (asked.length === 0)
    return refused(
      t(($) => $.correction.same),
      422,
    )
  const before = Object.fromEntries(asked.map((field) => [field, own[field]]))
  const { value } = patch
  if (await askCentre(on.central, own.id, { kind: 'data', patch: value, before, reason: reason.value }))
    return back(on, 'asked')
  return refused(
    t(($) => $.problems.noCentre),
    409,
  )
}

async function askAccounts(on: On, own: Own, fields: Fields): Promise<FastifyReply> {
  const reason = parse(reasonSchema, fields['reason'] ?? '')
  if (!reason.ok) return again(on, own, accounts, wrongIn({ reason: codeOf(reason) }))
  const asked = await askCentre(on.central, own.id, {
    kind: 'twoAccounts',
    patch: {},
    before: {},
    reason: reason.value,
  })
  if (asked) return back(on, 'accounts')
  const problem = on.visit.words.t(($) => $.problems.noCentre)
  return send(on.reply, accounts(on, own, { values: fields, problems: {}, problem }), 409)
}

async function sendCode(on: On, own: Own, fields: Fields): Promise<FastifyReply> {
  const { t } = on.visit.words
  const address = parse(emailSchema, fields['email'] ?? '')
  if (!address.ok) return again(on, own, email, wrongIn({ email: codeOf(address) }))
  const refused = (problem: string, status: number) =>
    send(on.reply, email(on, own, { values: fields, problems: { email: problem } }), status)
  if (address.value === own.email)
    return refused(
      t(($) => $.email.same),
      422,
    )
  if ((await askEmail(on.central, own.id, address.value)) === 'tooMany')
    return refused(
      t(($) => $.email.tooMany),
      429,
    )
  return goTo(on.reply, `${base}/email`)
}

async function typeCode(on: On, own: Own, fields: Fields): Promise<FastifyReply> {
  if (await confirmEmail(on.central, own.id, fields['code'] ?? '')) return back(on, 'email')
  const now = await readOwn(on.central, own.id)
  const { t } = on.visit.words
  const problem = now.waitingEmail === undefined ? t(($) => $.email.over) : t(($) => $.email.wrongCode)
  const typed = now.waitingEmail === undefined ? { problem, problems: {} } : { problems: { code: problem } }
  return send(on.reply, email(on, now, { values: { code: fields['code'] }, ...typed }), 422)
}
