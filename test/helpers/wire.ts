import { pair, push, signIn } from '../../shared/api.ts'
import type { Change } from '../../shared/changes/change.ts'
import { grantSchema } from '../../shared/operator.ts'
import { openHttp } from '../../src-main/sync/http.ts'
import { newId, password, type TestCentral } from './central.ts'

/**
 * A desk at the level of the wire: what a correct desk never sends can be sent from here.
 * @param usual what every change is about that does not say otherwise
 */
export async function openWire(central: TestCentral, usual: Partial<Change>, username = 'marie.lambert') {
  const http = openHttp(central.address)
  const paired = await http.post(pair, { code: await central.pairingCode(), platform: 'test' })
  if (!paired.ok) throw new Error(paired.error.code)
  const { deskId, deskToken } = paired.value
  const signedIn = await http.post(signIn, { deskId, username, password })
  if (!signedIn.ok) throw new Error(signedIn.error.code)
  const payload: unknown = JSON.parse(Buffer.from(signedIn.value.grant.split('.')[1] ?? '', 'base64url').toString())
  const grant = grantSchema.parse((payload as { grant: unknown }).grant)
  let deskSeq = 0
  const change = (more: Partial<Change> & Record<string, unknown> = {}): Change => {
    deskSeq += 1
    return {
      id: newId(),
      deskId,
      deskSeq,
      kind: 'candidate.edit',
      actor: grant.operator.id,
      grant: grant.id,
      actedAt: new Date().toISOString(),
      clockOffset: null,
      schema: 1,
      base: {},
      dependsOn: [],
      ...usual,
      ...more,
    } as Change
  }
  const send = async (...changes: (Change & Record<string, unknown>)[]) => {
    const reply = await http.post(push, { sentAt: new Date().toISOString(), changes }, deskToken)
    if (!reply.ok) throw new Error(reply.error.code)
    return reply.value.answers.map((answer) => answer.verdict)
  }
  return { change, send, deskToken, http }
}
