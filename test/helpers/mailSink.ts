import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { smtpTransport } from '../../src-central/mail/transport.ts'
import type { Mailer } from '../../src-central/mail/deliver.ts'
import { keeping } from './mail.ts'

/**
 * How the server behaves: `busy` sends away for now, `unknown` knows no such address, `mute` takes the whole message and
 * says nothing, `gone` breaks the line at that moment, `refuses` says no to the message itself.
 */
type Mood = 'takes' | 'busy' | 'unknown' | 'mute' | 'gone' | 'refuses'

interface Received {
  readonly to: readonly string[]
  readonly raw: string
}

export interface Sink {
  readonly mailer: Mailer
  readonly messages: readonly Received[]
  /** What was taken, read back. */
  mails(): Promise<readonly Email[]>
  /** How many conversations began. */
  readonly visits: () => number
  be(mood: Mood): void
}

const open: (() => Promise<void>)[] = []
/** Long enough for a machine at work, short enough to wait for. */
const SILENCE = 400

/** A real mail server on this machine, which keeps what it takes; messages are read back by another library. */
export async function aSink(): Promise<Sink> {
  let mood: Mood = 'takes'
  let visits = 0
  const messages: Received[] = []
  const refuse = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onConnect: (_session, done) => {
      visits += 1
      done()
    },
    onRcptTo: ({ address }, _session, done) => {
      if (mood === 'busy') return done(refuse(451, `4.7.1 ${address} come back later`))
      if (mood === 'unknown') return done(refuse(550, `5.1.1 ${address} unknown`))
      return done()
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8')
        const to = session.envelope.rcptTo.map(({ address }) => address)
        if (mood === 'refuses') return done(refuse(554, '5.7.1 not like this'))
        messages.push({ to, raw })
        if (mood === 'gone') for (const connection of server.connections) connection.close()
        else if (mood !== 'mute') done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(() => new Promise((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return {
    mailer: mailerTo(port),
    messages,
    mails: () => Promise.all(messages.map(({ raw }) => PostalMime.parse(raw))),
    visits: () => visits,
    be: (other) => {
      mood = other
    },
  }
}

const mailerTo = (port: number): Mailer => ({
  ...keeping,
  transport: smtpTransport(`smtp://127.0.0.1:${port}`, { silence: SILENCE }),
})

/** Something that takes the line and never says a word. */
export async function aHole(): Promise<Mailer> {
  const sockets: Socket[] = []
  const server = createServer((socket) => sockets.push(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return mailerTo((server.address() as AddressInfo).port)
}

/** Nobody listens there. */
export const nobody = (): Mailer => mailerTo(1)

export const stopSinks = (): Promise<unknown> => Promise.all(open.splice(0).map((stop) => stop()))
