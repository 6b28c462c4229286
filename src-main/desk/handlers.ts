import { ok } from '../../shared/result.ts'
import type { DeskHandlers } from '../calls.ts'
import { signInOperator } from '../operators/signIn.ts'
import { pairDesk } from './pair.ts'

export const deskHandlers: DeskHandlers<
  'desk:read' | 'desk:pair' | 'desk:language' | 'operator:signIn' | 'operator:lock'
> = {
  'desk:read': (desk) => ok(desk.state()),
  'desk:pair': async (desk, { address, code }) => {
    const paired = await pairDesk(desk, address, code)
    return paired.ok ? ok(desk.state()) : paired
  },
  'desk:language': async (desk, { language }) => {
    await desk.setLanguage(language)
    return ok(desk.state())
  },
  'operator:signIn': async (desk, { username, password }) => {
    const signedIn = await signInOperator(desk, username, password)
    return signedIn.ok ? ok(desk.state()) : signedIn
  },
  'operator:lock': async (desk) => {
    await desk.lock()
    return ok(desk.state())
  },
}
