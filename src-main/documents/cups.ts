import { spawn } from 'node:child_process'
import type { Printer } from '../../shared/calls/document.ts'
import { Refusal } from '../../shared/parse.ts'
import { type ErrorCode, fail } from '../../shared/result.ts'
import type { PrintPort } from './ports.ts'

/** Milliseconds: a print server that does not answer must not keep an operator waiting for ever. */
const PATIENCE = 20_000

/**
 * Printing through CUPS, on Linux and macOS: a PDF goes to the queue as it is, from memory, without a file in between.
 * @param settings environment of CUPS's own commands, when it is not this machine's usual server
 */
export function cupsPrinting(settings: Readonly<Record<string, string>> = {}, patience = PATIENCE): PrintPort {
  const run = (command: string, args: readonly string[], input?: Uint8Array) =>
    runCups(command, args, { settings, patience }, input)

  async function names(): Promise<readonly string[]> {
    // Without any printer the command fails; so it does without a server, and for the operator it is the same.
    const listed = await run('lpstat', ['-e'])
    return listed.out.split('\n').filter((name) => name !== '')
  }

  async function printers(): Promise<readonly Printer[]> {
    const [listed, described, byDefault] = await Promise.all([
      names(),
      run('lpstat', ['-l', '-p']),
      run('lpstat', ['-d']),
    ])
    const labels = descriptions(described.out)
    const usual = /^system default destination: (.+)$/mu.exec(byDefault.out)?.[1]
    return listed.map((name) => ({ name, label: labels.get(name) ?? name, isDefault: name === usual }))
  }

  return {
    printers,
    print: async ({ printer, bytes, copies, title }) => {
      if (!(await names()).includes(printer)) refuse('printer.unknown', 'no such printer')
      // A stopped printer would take the job and print it some day, when somebody else stands beside it.
      const state = await run('lpstat', ['-p', printer])
      if (/^printer \S+ disabled/mu.test(state.out)) refuse('printer.failed', 'the printer is stopped')
      const options = ['-d', printer, '-n', String(copies), '-t', title, '-o', 'media=A4', '-']
      const sent = await run('lp', options, bytes)
      if (sent.ok) return
      if (sent.cut) refuse('printer.silent', 'the queue did not answer')
      const there = (await names()).includes(printer)
      refuse(there ? 'printer.failed' : 'printer.unknown', 'the queue did not take the document')
    },
  }
}

const refuse = (code: ErrorCode, why: string): never => {
  throw new Refusal(fail(code, why).error)
}

/** `printer NAME …`, and among the indented lines that follow, `Description: …`. */
function descriptions(listing: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let name = ''
  for (const line of listing.split('\n')) {
    name = /^printer (\S+)/u.exec(line)?.[1] ?? name
    const description = /^\s+Description: (.+)$/u.exec(line)?.[1]
    if (description) found.set(name, description)
  }
  return found
}

interface Done {
  readonly ok: boolean
  /** It was ended for taking too long: what it did before nobody knows. */
  readonly cut: boolean
  readonly out: string
}

/** Runs one of CUPS's commands, without a shell and in a language that can be read by a program. */
function runCups(
  command: string,
  args: readonly string[],
  { settings, patience }: { readonly settings: Readonly<Record<string, string>>; readonly patience: number },
  input?: Uint8Array,
): Promise<Done> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...settings, LC_ALL: 'C.UTF-8', LANGUAGE: 'C' }
    const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'ignore'], timeout: patience })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.on('error', () => resolve({ ok: false, cut: false, out: '' }))
    child.on('close', (code, signal) =>
      resolve({ ok: code === 0, cut: signal !== null, out: Buffer.concat(parts).toString('utf8') }),
    )
    // A command that ends before it has read everything has said so with its exit code.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
