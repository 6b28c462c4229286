/**
 * The one Trusted Types policy of the window.
 *
 * The policy of the page lets no other be made. Text that a library hands to an HTML sink passes as long as it holds no
 * markup, and a script can only come from our own origin. Imported before anything else.
 */
interface PolicyRules {
  createHTML(text: string): string
  createScriptURL(url: string): string
}

const rules: PolicyRules = {
  createHTML: (text) => {
    if (text.includes('<')) throw new TypeError('markup refused')
    return text
  },
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError('foreign script refused')
    return url
  },
}

const factory = (window as { readonly trustedTypes?: { createPolicy(name: string, rules: PolicyRules): unknown } })
  .trustedTypes
factory?.createPolicy('default', rules)
