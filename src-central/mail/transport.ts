import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

/**
 * What became of a message at a mail server. `refused`: for good, this address gets nothing · `later`: surely not taken
 * this time · `inDoubt`: the server had all of it and did not say what it made of it.
 */
export type Handed =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly serverCode: string | null }
  | { readonly kind: 'later'; readonly serverCode: string | null }
  | { readonly kind: 'inDoubt' }

interface Envelope {
  readonly from: string
  readonly to: string
}

export interface Transport {
  /** @param handingOver done before the first byte of the message leaves: from then on it may arrive */
  send(envelope: Envelope, message: Buffer, handingOver: () => Promise<void>): Promise<Handed>
}

export interface Patience {
  /** How long a server may say nothing, in milliseconds. */
  readonly silence: number
}

const HERE = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * A mail server by its address: `smtps://user:password@host:465`, or `smtp://host:587`, where the line must become an
 * encrypted one before anything is said, except on this machine itself.
 */
export function smtpTransport(address: string, { silence }: Patience = { silence: 60_000 }): Transport {
  const { protocol, hostname, port, ...account } = readAddress(address)
  const secure = protocol === 'smtps:'
  const options = {
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !HERE.has(hostname),
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
    dnsTimeout: silence,
    // Without this a machine that has no network but itself would not find the mail server on itself.
    allowInternalNetworkInterfaces: true,
  }
  const auth = account.user === '' ? undefined : account
  return {
    send: (envelope, message, handingOver) =>
      sendOnce(new SMTPConnection(options), auth, envelope, message, handingOver),
  }
}

/** What an address says; the error never quotes it, a password may stand in it. */
function readAddress(address: string) {
  try {
    const { protocol, hostname, port, username, password } = new URL(address)
    if ((protocol === 'smtp:' || protocol === 'smtps:') && hostname !== '') {
      return { protocol, hostname, port, user: decodeURIComponent(username), pass: decodeURIComponent(password) }
    }
  } catch {
    // Said below: what URL and decodeURIComponent throw quotes the address.
  }
  throw new Error('the mail server is no address like smtps://user:password@host:465 or smtp://host:587')
}

interface Account {
  readonly user: string
  readonly pass: string
}

async function sendOnce(
  connection: SMTPConnection,
  auth: Account | undefined,
  envelope: Envelope,
  message: Buffer,
  handingOver: () => Promise<void>,
): Promise<Handed> {
  let handed = false
  const body = Readable.from(
    (async function* () {
      await handingOver()
      handed = true
      yield message
    })(),
  )
  try {
    await step(connection, (done) => connection.connect(done))
    if (auth) await step(connection, (done) => connection.login(auth, done))
    await step(connection, (done) => connection.send({ from: envelope.from, to: [envelope.to] }, body, done))
    connection.quit()
    return { kind: 'sent' }
  } catch (error) {
    connection.close()
    return meaningOf(error as Failure, handed)
  } finally {
    body.destroy()
  }
}

/** One step of the conversation. What breaks the line comes as an event, or as the answer to the step. */
const step = (connection: SMTPConnection, act: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('the line was closed')))
    act((error) => (error ? reject(error) : resolve()))
  })

interface Failure {
  readonly responseCode?: number
  readonly response?: string
  readonly command?: string
}

/** What speaks of the one who gets the mail or of the mail itself; another refusal is about this central, and may pass. */
const OF_THIS_MAIL = new Set(['RCPT TO', 'DATA'])

function meaningOf({ responseCode, response, command = '' }: Failure, handed: boolean): Handed {
  if (responseCode === undefined) return handed ? { kind: 'inDoubt' } : { kind: 'later', serverCode: null }
  const serverCode = codeIn(response) ?? String(responseCode)
  const forGood = responseCode >= 500 && responseCode !== 503 && OF_THIS_MAIL.has(command)
  return { kind: forGood ? 'refused' : 'later', serverCode }
}

/** `550 5.1.1` of what a server said; its words are left out, they may name somebody. */
const codeIn = (response = ''): string | undefined =>
  /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(response)?.[0].replace('-', ' ')
