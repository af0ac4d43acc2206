// Opens the database of an archive: a SQLite file, or PostgreSQL by its connection string. What differs between the two stands here and in words.ts.
import { existsSync } from 'node:fs';
import { Kysely, PostgresDialect, SqliteDialect, sql, type Transaction } from 'kysely';
import Libsql from 'libsql';
import pg from 'pg';
import { UsageError } from '../errors.js';
import { migrate, type Tables } from './schema.js';

export type DatabaseKind = 'sqlite' | 'postgres';
export type Within = Transaction<Tables>;

export interface Database {
  readonly kind: DatabaseKind;
  /** The file or connection string, without a password. */
  readonly name: string;
  readonly db: Kysely<Tables>;
  /** Many rows at once; all rows have the same columns. */
  insert<Table extends keyof Tables>(within: Within, table: Table, rows: Tables[Table][]): Promise<void>;
  close(): Promise<void>;
}

const isPostgres = (where: string): boolean => /^postgres(ql)?:\/\//.test(where);

/** `create`: whether an archive is made where there is none. @throws UsageError where the archive is missing or cannot be opened */
export async function openDatabase(where: string, create: boolean): Promise<Database> {
  const database = isPostgres(where) ? openPostgres(where) : openSqlite(where, create);
  try {
    await migrate(database.db, database.kind);
  } catch (error) {
    await database.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `the archive ${database.name} cannot be opened (${reason})`,
      'Check that it is an archive of khabar add, and that the database can be reached',
    );
  }
  return database;
}

function openSqlite(file: string, create: boolean): Database {
  if (!create && !existsSync(file)) throw new UsageError(`there is no archive ${file}`, `Make one: khabar add ARTICLES --archive ${file}`);
  const connection = connect(file);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection as never }) });
  const inserts = new Map<string, Libsql.Statement>();
  return {
    kind: 'sqlite',
    name: file,
    db,
    /** The statements run on the one connection there is, so within the transaction. */
    async insert(_within, table, rows) {
      const [first] = rows;
      if (first === undefined) return;
      const columns = Object.keys(first);
      const key = `${table} ${columns.join()}`;
      const statement = inserts.get(key) ?? connection.prepare(insertion(table, columns));
      inserts.set(key, statement);
      for (const row of rows) statement.run(Object.values(row));
    },
    close: () => db.destroy(),
  };
}

function insertion(table: string, columns: string[]): string {
  const names = columns.map((column) => (table === 'event_words' && column === 'seq' ? 'rowid' : `"${column}"`));
  return `insert into ${table} (${names.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
}

/** A reader may look on while another process writes; a killed process leaves the last whole transaction. */
function connect(file: string): Libsql.Database {
  try {
    const connection = new Libsql(file);
    for (const setting of [
      'journal_mode=wal',
      'synchronous=normal',
      'busy_timeout=30000',
      'wal_autocheckpoint=20000',
      'cache_size=-32768',
      'temp_store=memory',
    ])
      connection.exec(`pragma ${setting}`);
    return connection;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`the archive ${file} cannot be opened (${reason})`, 'Check the path, the permissions and the disk');
  }
}

const BIGINT = 20;

function openPostgres(connectionString: string): Database {
  const types = {
    // Our integers stay below 2^53, so they are numbers here as in SQLite.
    getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)),
  };
  const pool = new pg.Pool({ connectionString, types: types as never, max: 4 });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'postgres',
    name: connectionString.replace(/:[^:@/]*@/, ':…@'),
    db,
    async insert(within, table, rows) {
      if (rows.length === 0) return;
      // PostgreSQL has no NUL in texts; U+FFFD keeps the offsets.
      const json = JSON.stringify(rows).replaceAll('\\u0000', '\uFFFD');
      if (table === 'event_words')
        await sql`insert into event_words select seq, to_tsvector('simple', words) from json_to_recordset(${json}::json) as given(seq bigint, words text)`.execute(
          within,
        );
      else
        await sql`insert into ${sql.table(table)} select * from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(
          within,
        );
    },
    close: () => db.destroy(),
  };
}
