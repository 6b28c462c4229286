import { html, type Html } from '../web/html.ts'

/** What a mail says, part by part; text and HTML are both made of it and say the same. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  /** A code to show at the door; `alt` stands for its picture. */
  | { readonly kind: 'code'; readonly caption: string; readonly alt: string; readonly value: string }

export interface Letter {
  readonly language: string
  readonly subject: string
  readonly hello: string
  /** Between a name and its value. */
  readonly colon: string
  readonly blocks: readonly Block[]
  readonly footer: string
}

/** The picture of the code within the message. */
export const CODE_PICTURE = 'check-in'

// What is invisible, or ends a line, was never meant by whoever typed a name: it becomes a space.
const clean = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')

export const asText = ({ hello, colon, blocks, footer }: Letter): string =>
  `${[clean(hello), ...blocks.map((block) => textOf(block, colon)), `-- \n${clean(footer)}`].map((part) => part.trimEnd()).join('\n\n')}\n`

function textOf(block: Block, colon: string): string {
  if (block.kind === 'facts') return block.facts.map(([name, value]) => `${name}${colon}${clean(value)}`).join('\n')
  if (block.kind === 'list') return [block.title, ...block.items.map((item) => `- ${clean(item)}`)].join('\n')
  if (block.kind === 'code') return `${block.caption}${colon}${block.value}`
  return clean(block.text)
}

const FONT = "font-family:'Segoe UI',system-ui,sans-serif;font-size:16px;line-height:24px;color:#1a2330"

/** Small, without anything from elsewhere, readable without styles and by a screen reader. */
export const asHtml = ({ language, subject, hello, colon, blocks, footer }: Letter): string =>
  html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${clean(subject)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;${FONT}">
<div style="max-width:600px">
<p style="margin:0 0 16px">${clean(hello)}</p>
${blocks.map((block) => html`${htmlOf(block, colon)}\n`)}<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #c9d1db;font-size:14px;line-height:20px;color:#4a5566">${clean(footer)}</p>
</div>
</body>
</html>
`.markup

function htmlOf(block: Block, colon: string): Html {
  if (block.kind === 'facts') {
    return html`<table style="margin:0 0 16px;border-collapse:collapse">${block.facts.map(
      ([name, value]) =>
        html`<tr><th scope="row" style="padding:4px 16px 4px 0;text-align:left;vertical-align:top;font-weight:400;color:#4a5566">${name}</th><td style="padding:4px 0;font-weight:600">${clean(value)}</td></tr>`,
    )}</table>`
  }
  if (block.kind === 'list') {
    return html`<h2 style="margin:24px 0 8px;font-size:16px;line-height:24px">${block.title}</h2>
<ul style="margin:0 0 16px;padding-left:20px">${block.items.map((item) => html`<li style="margin:0 0 4px">${clean(item)}</li>`)}</ul>`
  }
  if (block.kind === 'code') {
    return html`<p style="margin:0 0 16px"><img src="cid:${CODE_PICTURE}" alt="${block.alt}" width="145" height="145" style="display:block;background:#ffffff"><span style="font-size:14px">${block.caption}${colon}<strong>${block.value}</strong></span></p>`
  }
  return html`<p style="margin:0 0 16px">${clean(block.text)}</p>`
}
