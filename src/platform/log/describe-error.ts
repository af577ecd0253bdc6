/** What the log says of an error: what failed and where, without the values that a database error repeats. */
export type ErrorDescription = {
  type: string
  message: string
  /** SQLSTATE or the system's error name, like ECONNREFUSED */
  kind?: string
  table?: string
  constraint?: string
  /** where it was thrown, innermost first */
  at: string[]
  cause?: ErrorDescription
}

/** Takes only known fields: a database error also carries the row's values (`detail`, `where`, the parameters). */
export function describeError(thrown: unknown): ErrorDescription {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: saidBy(thrown), at: [] }
  const { code, table, constraint } = thrown as { code?: unknown; table?: unknown; constraint?: unknown }
  return {
    type: thrown.constructor.name,
    message: isDataException(code) ? thrown.message.replace(/".*"/s, '"…"') : thrown.message,
    ...(typeof code === 'string' && { kind: code }),
    ...(typeof table === 'string' && { table }),
    ...(typeof constraint === 'string' && { constraint }),
    at: (thrown.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(thrown.cause !== undefined && { cause: describeError(thrown.cause) }),
  }
}

/** Libraries also throw plain objects that look like errors. */
function saidBy(thrown: unknown): string {
  const { message } = (thrown ?? {}) as { message?: unknown }
  return typeof message === 'string' ? message : String(thrown)
}

/** SQLSTATE class 22, like 22P02: PostgreSQL quotes the value that it could not read. */
function isDataException(code: unknown): boolean {
  return typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code)
}
