import { HearsayError } from '../record/errors.js'

/** Shorter values are in too many words to be hidden in them. */
const LEAST_HIDDEN = 4

const VARIABLE = /\$\$\{|\$\{([^}]*)\}/g

/** What `${NAME}` stands for: values of the environment, which are put in where they are needed and taken out of whatever is told. */
export class Secrets {
  readonly #environment: Readonly<NodeJS.ProcessEnv>
  /** Values by the text that stood for them. */
  readonly #values = new Map<string, string>()

  constructor(environment: Readonly<NodeJS.ProcessEnv>) {
    this.#environment = environment
  }

  /** The text with its variables put in; `$${` is a `${` that stays. Throws `usage` for a variable that is not set. */
  reveal(text: string): string {
    return text.replace(VARIABLE, (variable, name: string | undefined) => {
      if (name === undefined) return '${'
      const value = this.#environment[name]
      if (value === undefined)
        throw new HearsayError('usage', `expected the environment variable ${name} to be set, it is not`)
      this.#values.set(variable, value)
      return value
    })
  }

  /** The text with every value that was put in replaced by its variable. */
  hide(text: string): string {
    let hidden = text
    for (const [variable, value] of this.#values) {
      // In a URL the value may stand as it is written there.
      for (const form of new Set([value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]))
        if (form.length >= LEAST_HIDDEN) hidden = hidden.replaceAll(form, variable)
    }
    return hidden
  }

  /** The error without the values, also in its cause. */
  hidden(error: HearsayError): HearsayError {
    const { code, message, place } = error
    const { file } = place
    const safe = new HearsayError(code, this.hide(message), {
      ...place,
      ...(file === undefined ? {} : { file: this.hide(file) }),
    })
    return safe.message === message && safe.place.file === file ? error : safe
  }
}

/** Throws `usage` where a text has a variable that is not set. */
export function assertVariables(text: string, environment: Readonly<NodeJS.ProcessEnv>): void {
  new Secrets(environment).reveal(text)
}

/** Throws `usage` where an output or a database is named with a password as it is, which other users of the machine could see. */
export function assertNoPassword(...targets: readonly string[]): void {
  if (!targets.some((target) => /:\/\/[^@/]*:(?!\$\{)[^@/]+@/.test(target) || /[?&]password=(?!\$\{)/.test(target)))
    return
  throw new HearsayError(
    'usage',
    'expected no password where others see it; write ${NAME} for it, and set NAME in the environment',
  )
}

/**
 * Does work with a place in whose name `${NAME}` stands for a variable of the environment. Its value is in no error, and `hide` takes it out
 * of what else is told.
 * @throws HearsayError `usage` for a variable that is not set, and for a password that stands there as it is
 */
export async function withRevealed<Result>(
  given: string,
  environment: Readonly<NodeJS.ProcessEnv>,
  work: (target: string, hide: (text: string) => string) => Promise<Result>,
): Promise<Result> {
  assertNoPassword(given)
  const secrets = new Secrets(environment)
  try {
    return await work(secrets.reveal(given), (text) => secrets.hide(text))
  } catch (error) {
    throw error instanceof HearsayError ? secrets.hidden(error) : error
  }
}
