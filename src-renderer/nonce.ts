import { setNonce } from 'get-nonce'

/**
 * The nonce that the page was served with.
 *
 * Without it the policy refuses every style element made at run time: Mantine's variables, and the scroll lock of modals.
 */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

setNonce(nonce)
