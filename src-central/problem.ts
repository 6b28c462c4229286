/** A refusal with its HTTP status. `code` is for the desk's program; `message` names nobody. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}
