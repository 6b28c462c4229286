import type { Mailer } from './deliver.ts'
import { isAddress } from './queue.ts'
import { smtpTransport } from './transport.ts'

/** Reserved by RFC 2606: what nothing is sent from belongs to nobody. */
const NOBODY = 'certassur@certassur.example'

/**
 * How mails leave this central.
 * @param smtp the address of a mail server, with user and password where it asks for them; without one every mail is kept
 * @param from the address that they come from; a mail server needs one
 * @throws Error with one plain sentence, which never quotes the server: a password may stand in it
 */
export function mailerOf({ smtp, from }: { smtp?: string | undefined; from?: string | undefined }): Mailer {
  if (smtp !== undefined && from === undefined)
    throw new Error('--smtp needs --mail-from, the address that mails come from')
  if (from !== undefined && !isAddress(from)) throw new Error('--mail-from is no address')
  return {
    sender: { name: 'Certassur', address: from ?? NOBODY },
    transport: smtp === undefined ? null : smtpTransport(smtp),
  }
}
