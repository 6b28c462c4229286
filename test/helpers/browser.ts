import type { TestCentral } from './central.ts'

/** Somebody's browser on the pages of Certassur: keeps the cookie and the token of the form that it was shown last. */
export interface Browser {
  /** What is asked for, with redirects followed as a browser does. */
  open(path: string): Promise<Shown>
  /** Sends a form of the page that is shown. */
  send(
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Shown>
  cookie(): string
  useCookie(cookie: string): void
  /** What every form of this browser carries from now on. */
  useFormToken(token: string): void
}

export interface Shown {
  readonly status: number
  readonly path: string
  readonly headers: Headers
  readonly markup: string
  /** As it is read: without markup, on one line. */
  readonly text: string
}

interface Sent {
  readonly method?: 'POST'
  readonly body?: URLSearchParams
  readonly headers?: Readonly<Record<string, string>>
}

export function aBrowser({ address }: TestCentral, language = 'fr'): Browser {
  let cookie = ''
  let token = ''
  const ask = async (path: string, init: Sent = {}, hops = 0): Promise<Shown> => {
    const reply = await fetch(address + path, {
      ...init,
      redirect: 'manual',
      headers: { 'accept-language': language, ...(cookie === '' ? {} : { cookie }), ...init.headers },
    })
    const given = reply.headers.get('set-cookie')?.split(';')[0]
    if (given !== undefined) cookie = given
    const to = reply.headers.get('location')
    if (reply.status === 303 && to !== null && hops < 5) return ask(to, {}, hops + 1)
    const markup = await reply.text()
    token = /name="form" value="([^"]*)"/.exec(markup)?.[1] ?? token
    return { status: reply.status, path, headers: reply.headers, markup, text: textOf(markup) }
  }
  return {
    open: (path) => ask(path),
    send: (path, fields = {}, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams({ form: token, ...fields }),
        headers: { origin: address, ...headers },
      }),
    cookie: () => cookie,
    useCookie: (other) => {
      cookie = other
    },
    useFormToken: (other) => {
      token = other
    },
  }
}

const textOf = (markup: string): string =>
  markup
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<wbr>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
