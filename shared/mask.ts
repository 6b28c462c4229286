const HIDDEN = '•••'

/** An e-mail by which its owner knows it again and nobody else can write to it: `j•••@e•••.be`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  if (at === -1) return masked(email)
  const domain = email.slice(at + 1)
  const dot = domain.lastIndexOf('.')
  const [name, ending] = dot === -1 ? [domain, ''] : [domain.slice(0, dot), domain.slice(dot)]
  return `${masked(email.slice(0, at))}@${masked(name)}${ending}`
}

function masked(text: string): string {
  const first = text.codePointAt(0)
  return (first === undefined ? '' : String.fromCodePoint(first)) + HIDDEN
}
