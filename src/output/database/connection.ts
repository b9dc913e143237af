import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { HearsayError } from '../../record/errors.js'
import { sinkName } from '../secrets.js'

/** How TLS is set up: false for none. `ca` is absent where the system's certificates count. */
export type Security =
  | false
  | {
      readonly rejectUnauthorized: boolean
      readonly ca?: string
      readonly cert?: string
      readonly key?: string
      /** Given where any host may use the certificate. */
      readonly checkServerIdentity?: () => undefined
    }

/** Where a server of PostgreSQL is and how to log in. */
export interface Connection {
  readonly host: string
  readonly port: number
  readonly user: string
  /** Absent where a file of passwords may tell. */
  readonly password?: string
  readonly database: string
  readonly application_name: string
  readonly options?: string
  readonly connectionTimeoutMillis: number
  /** What to try, in order. */
  readonly security: readonly Security[]
}

/** What can be set, as libpq names it in URLs, with the environment variable that sets it otherwise. */
const SETTINGS = {
  host: 'PGHOST',
  port: 'PGPORT',
  user: 'PGUSER',
  password: 'PGPASSWORD',
  dbname: 'PGDATABASE',
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
  application_name: 'PGAPPNAME',
  options: 'PGOPTIONS',
  connect_timeout: 'PGCONNECT_TIMEOUT',
} as const

type Settings = { readonly [Name in keyof typeof SETTINGS]?: string }

/** How long to wait for a server without being told, in seconds. */
const PATIENCE = 30

/**
 * Reads where to connect from "postgresql://user@host:5432/name?sslmode=require", the name of a database, or nothing; what it does not
 * tell the environment does, in the variables that libpq knows.
 * @throws HearsayError `usage`, without any secret in it
 */
export function connectionOf(
  target: string,
  environment: Readonly<{ [name: string]: string | undefined }>,
): Connection {
  const told = target.includes('://') ? urlSettings(target) : target === '' ? {} : { dbname: target }
  const settings: Settings = Object.fromEntries(
    Object.entries(SETTINGS).flatMap(([name, variable]) => {
      const value = (told as { [name: string]: string | undefined })[name] ?? environment[variable]
      return value === undefined || value === '' ? [] : [[name, value] as const]
    }),
  )
  const user = settings.user ?? userInfo().username
  const host = settings.host ?? 'localhost'
  return {
    host,
    port: numberOf(target, 'port', settings.port ?? '5432'),
    user,
    ...(settings.password === undefined ? {} : { password: settings.password }),
    database: settings.dbname ?? user,
    application_name: settings.application_name ?? 'hearsay',
    ...(settings.options === undefined ? {} : { options: settings.options }),
    connectionTimeoutMillis: 1000 * numberOf(target, 'connect_timeout', settings.connect_timeout ?? String(PATIENCE)),
    // A socket of this machine needs no TLS.
    security: host.startsWith('/') ? [false] : securityOf(target, settings),
  }
}

function urlSettings(target: string): Settings {
  const url = URL.canParse(target) ? new URL(target) : undefined
  if (!url) throw wrong(target, 'a URL of PostgreSQL, with what is special in a password encoded (%40 for @)', 'another text')
  const parameters = Object.fromEntries(url.searchParams)
  const unknown = Object.keys(parameters).find((name) => !Object.hasOwn(SETTINGS, name))
  if (unknown !== undefined) throw wrong(target, `parameters among ${Object.keys(SETTINGS).join(', ')}`, unknown)
  const parts = {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port,
    user: url.username,
    password: url.password,
    dbname: url.pathname.slice(1),
  }
  const decoded = Object.entries(parts).flatMap(([name, part]) => (part === '' ? [] : [[name, decode(target, part)] as const]))
  return { ...Object.fromEntries(decoded), ...parameters }
}

function decode(target: string, part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    throw wrong(target, 'a % in a URL to begin a code of two digits (%25 for % itself)', 'another')
  }
}

function securityOf(target: string, settings: Settings): readonly Security[] {
  const { sslmode = 'prefer', sslrootcert, sslcert, sslkey } = settings
  const read = (path: string) => readFileSync(path, 'utf8')
  const files = {
    ...(sslrootcert === undefined || sslrootcert === 'system' ? {} : { ca: read(sslrootcert) }),
    ...(sslcert === undefined ? {} : { cert: read(sslcert) }),
    ...(sslkey === undefined ? {} : { key: read(sslkey) }),
  }
  const encrypted = { rejectUnauthorized: false, ...files }
  const certified = { rejectUnauthorized: true, ...files, checkServerIdentity: () => undefined }
  switch (sslmode) {
    case 'disable':
      return [false]
    case 'allow':
      return [false, encrypted]
    case 'prefer':
      return [encrypted, false]
    case 'require':
      // As libpq has it: whoever names a certificate wants it checked.
      return [files.ca === undefined ? encrypted : certified]
    case 'verify-ca':
      // Any owner of any certificate would pass otherwise.
      if (files.ca === undefined) throw wrong(target, 'sslrootcert to name a file with sslmode=verify-ca', 'none')
      return [certified]
    case 'verify-full':
      return [{ rejectUnauthorized: true, ...files }]
    default:
      throw wrong(target, 'sslmode to be disable, allow, prefer, require, verify-ca or verify-full', sslmode)
  }
}

function numberOf(target: string, name: string, value: string): number {
  if (/^\d{1,5}$/.test(value)) return Number(value)
  throw wrong(target, `a number for ${name}`, value)
}

function wrong(target: string, expected: string, got: string): HearsayError {
  return new HearsayError('usage', `expected ${expected}; got ${got}`, { file: sinkName('postgres', target) })
}
