import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { idSchema } from '../../shared/ids.ts'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import { Problem } from '../problem.ts'
import { html, type Html } from './html.ts'

/** A form as a browser sends it, or the part of an address after the question mark. */
export type Fields = Readonly<Record<string, string | undefined>>

export const formOf = (request: FastifyRequest): Fields => (request.body ?? {}) as Fields
/** What is there twice was not written by our pages. */
export const queryOf = (request: FastifyRequest): Fields =>
  Object.fromEntries(Object.entries(request.query as object).filter(([, value]) => typeof value === 'string'))

/** What an address is about; anything else is a page that does not exist. */
export function idOf(request: FastifyRequest): string {
  const { id } = request.params as { readonly id?: string }
  const parsed = idSchema.safeParse(id)
  if (!parsed.success) throw new Problem(404, 'page.unknown', 'no such page')
  return parsed.data
}

/** Before anybody is known: what he chose on the page, or else what his browser speaks. */
export function askedLanguage(request: FastifyRequest): InterfaceLanguage {
  const { language } = queryOf(request)
  if (language === 'fr' || language === 'nl') return language
  return /^\s*nl\b/i.test(request.headers['accept-language'] ?? '') ? 'nl' : 'fr'
}

export const send = (reply: FastifyReply, page: string, status = 200): FastifyReply =>
  reply.status(status).type('text/html; charset=utf-8').send(page)

/** Goes on to another page; what was sent is not sent again when the reader comes back. */
export const goTo = (reply: FastifyReply, path: string): FastifyReply => reply.redirect(path, 303)

/** What a form carries so that only our own pages can send one: it follows from the cookie, which no other page can read. */
const formToken = (token: string): string => createHmac('sha256', token).update('form').digest('base64url')

/** @param visit with the token of the reader's cookie */
export const formField = ({ token }: { readonly token: string }): Html =>
  html`<input type="hidden" name="form" value="${formToken(token)}">`

export function isOwnForm(token: string, sent: unknown): boolean {
  const [wanted, given] = [Buffer.from(formToken(token)), Buffer.from(typeof sent === 'string' ? sent : '')]
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}
