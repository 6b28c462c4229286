import { setImmediate } from 'node:timers/promises'
import type { AxiosError, AxiosRequestConfig, AxiosResponse } from 'axios'
import type { z } from 'zod'
import { errorReply } from '../../shared/api.ts'
import { parse } from '../../shared/parse.ts'
import { type ErrorCode, errorCodes, fail, ok, type Result } from '../../shared/result.ts'

/** Milliseconds: without a byte, and for the whole request. */
export interface Timeouts {
  readonly idle: number
  readonly total: number
}
export const timeouts: Timeouts = { idle: 15_000, total: 60_000 }
const RESPONSE_CAP = 20_000_000

/** Central as a desk reaches it. Every failure is an error as data; nothing of an unexpected reply is ever applied. */
export interface Http {
  post<B extends z.ZodType, R extends z.ZodType>(
    endpoint: { readonly path: string; readonly body: B; readonly reply: R },
    body: z.input<B>,
    token?: string,
  ): Promise<Result<z.output<R>>>
  /** The lines of an NDJSON reply, each checked, and answered as it came: unknown fields stay in it. */
  lines<L extends z.ZodType>(
    endpoint: { readonly path: string; readonly line: L },
    query: Readonly<Record<string, string | number>>,
    token: string,
  ): Promise<Result<readonly z.output<L>[]>>
}

/** The address of a central as people type it, made whole: https, or http on this very machine. */
export function centralAddress(typed: string): Result<string> {
  const refused = fail('central.addressInvalid', 'the address is not one of a central')
  const text = typed.trim()
  const withScheme = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`
  if (text === '' || !URL.canParse(withScheme)) return refused
  const url = new URL(withScheme)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisMachine(url))) return refused
  if (url.username !== '' || url.password !== '') return refused
  return ok(url.origin)
}

const isThisMachine = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/** Loads what a request needs, in steps that hold nothing up: neither the window nor the first request waits for it. */
export async function loadHttp(): Promise<typeof import('axios')> {
  for (const part of [() => import('node:http'), () => import('node:https'), () => import('node:zlib')]) {
    await part()
    await setImmediate()
  }
  return import('axios')
}

/** @param ending ends every request under way */
export function openHttp(address: string, limits: Timeouts = timeouts, ending?: AbortSignal): Http {
  const always: AxiosRequestConfig = {
    baseURL: address,
    timeout: limits.idle,
    maxRedirects: 0,
    maxContentLength: RESPONSE_CAP,
    proxy: false,
    validateStatus: () => true,
    // Parsed below: a reply that is not JSON must be recognised as somebody else's.
    responseType: 'text',
    transformResponse: (text: string) => text,
  }
  // What crosses no network is not worth compressing.
  const encoding = isThisMachine(new URL(address)) ? 'identity' : 'gzip'
  const request = async (asked: AxiosRequestConfig, token?: string): Promise<Result<string>> => {
    try {
      const { default: axios } = await loadHttp()
      const tooLong = AbortSignal.timeout(limits.total)
      const reply = await axios.request<string>({
        ...always,
        ...asked,
        headers: {
          'accept-encoding': encoding,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        signal: ending ? AbortSignal.any([tooLong, ending]) : tooLong,
      })
      return reply.status < 300 ? ok(reply.data) : refusal(reply)
    } catch (error) {
      return failure(error)
    }
  }
  return {
    post: async (endpoint, body, token) => {
      const text = await request({ method: 'post', url: endpoint.path, data: body }, token)
      return text.ok ? understand(endpoint.reply, text.value) : text
    },
    lines: async (endpoint, query, token) => {
      const text = await request({ method: 'get', url: endpoint.path, params: query }, token)
      if (!text.ok) return text
      const lines = []
      for (const line of text.value.trimEnd().split('\n')) {
        const read = readLine(endpoint.line, line)
        if (!read.ok) return read
        lines.push(read.value)
      }
      return ok(lines)
    },
  }
}

const notCertassur = fail('central.notCertassur', 'the reply is not one of a Certassur central')

function understand<S extends z.ZodType>(schema: S, text: string): Result<z.output<S>> {
  try {
    const parsed = parse(schema, JSON.parse(text))
    return parsed.ok ? parsed : notCertassur
  } catch {
    return notCertassur
  }
}

/** The schema of a line changes nothing in it, so what was read is its output; copying every row took most of the time. */
function readLine<S extends z.ZodType>(schema: S, text: string): Result<z.output<S>> {
  try {
    const value: unknown = JSON.parse(text)
    return schema.safeParse(value).success ? ok(value as z.output<S>) : notCertassur
  } catch {
    return notCertassur
  }
}

const known = new Set<string>(errorCodes)

/** What a refusing status means. Central's own codes count only in central's own form of reply. */
function refusal(reply: AxiosResponse<string>): Result<never> {
  const body = understand(errorReply, reply.data)
  const code = body.ok && known.has(body.value.error.code) ? (body.value.error.code as ErrorCode) : undefined
  if (reply.status === 429) return fail('central.busy', 'too many requests', { params: retryAfter(reply) })
  if (reply.status >= 500 || reply.status === 408 || reply.status === 425)
    return fail('central.failed', `status ${reply.status}`)
  if (!body.ok) return notCertassur
  return fail(code ?? 'central.refused', `status ${reply.status}`)
}

function retryAfter(reply: AxiosResponse): { seconds: number } {
  const seconds = Number(reply.headers['retry-after'])
  return { seconds: Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 3600) : 60 }
}

const isAxiosError = (error: unknown): error is AxiosError =>
  error instanceof Error && 'isAxiosError' in error && error.isAxiosError === true

function failure(error: unknown): Result<never> {
  const code = isAxiosError(error) ? error.code : undefined
  if (code === 'ECONNABORTED' || code === 'ERR_CANCELED' || code === 'ETIMEDOUT') {
    return fail('central.silent', 'central does not answer in time')
  }
  // axios gives an answer that is too long and one that was cut short the same code.
  if (isAxiosError(error) && error.message.startsWith('maxContentLength')) return notCertassur
  return fail('central.unreachable', `central cannot be reached (${code ?? 'unknown'})`)
}
