import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Central } from '../central.ts'
import { Problem } from '../problem.ts'
import { idOf, queryOf, send } from '../web/form.ts'
import { listMails, MAILS_A_PAGE, readMail } from './mailboxQueries.ts'
import { mailboxPage, mailPage } from './pages/mailbox.ts'
import { forUser, type On } from './visit.ts'

const hidden = { schema: { hide: true } }

/** What a mail may do where it is shown: be read. No script, no form, nothing from elsewhere. */
const ofMail: Parameters<FastifyReply['helmet']>[0] = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'unsafe-inline'"],
      imgSrc: ['data:'],
      frameAncestors: ["'self'"],
      sandbox: [],
    },
  },
  xFrameOptions: { action: 'sameorigin' },
}

/** The mails to candidates, for Certassur's own people; whole ones only where no mail server is configured. */
export function mailboxRoutes(app: FastifyInstance, central: Central): void {
  app.get(
    '/',
    hidden,
    forUser(central, async ({ request, reply, visit }) => {
      const page = Math.max(1, Math.trunc(Number(queryOf(request)['page'] ?? 1)) || 1)
      const { rows, count } = await listMails(central.db, Math.min(page, 10_000))
      return send(reply, mailboxPage(visit, { rows, count, page, pages: Math.max(1, Math.ceil(count / MAILS_A_PAGE)) }))
    }),
  )
  app.get(
    '/:id',
    hidden,
    forUser(central, async (on) => send(on.reply, mailPage(on.visit, await found(on)))),
  )
  app.get(
    '/:id/html',
    hidden,
    forUser(central, async (on) => {
      const { message } = await found(on)
      if (!message) throw unknown()
      on.reply.helmet(ofMail)
      return send(on.reply, message.html)
    }),
  )
  app.get(
    '/:id/examen.ics',
    hidden,
    forUser(central, async (on) => {
      const { message } = await found(on)
      if (!message?.calendar) throw unknown()
      return on.reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="examen.ics"')
        .send(message.calendar)
    }),
  )
}

const unknown = () => new Problem(404, 'page.unknown', 'no such page')

async function found({ central, request }: On) {
  const mail = await readMail(central.db, idOf(request))
  if (!mail) throw unknown()
  return mail
}
