// Parquet: the same table as CSV, typed and compressed. Written group by group, so that memory does not grow with the file.
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { EVENT_COLUMNS, type EventColumn } from './event-columns.js';
import type { EventReports, ExportOptions } from './reports.js';
import type { EventSink } from './sink.js';

const GROUP = 20_000;

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];

const TYPES = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
} as const satisfies Record<EventColumn['type'], Partial<Schema[number]>>;

/** @throws what the file system says where the file cannot be written */
export function parquetSink(file: string, options: ExportOptions): EventSink {
  const writer = new ParquetWriter({ writer: fileWriter(file), schema: schema(), createdBy: 'khabar' });
  let waiting: EventReports[] = [];
  const flush = async () => {
    const columnData = EVENT_COLUMNS.map(({ name, of }) => ({ name, data: waiting.map((reports) => of(reports, options)) }));
    waiting = [];
    await writer.write({ columnData });
  };
  return {
    async write(reports) {
      waiting.push(reports);
      if (waiting.length >= GROUP) await flush();
      return true;
    },
    async close() {
      if (waiting.length > 0) await flush();
      await writer.finish();
    },
  };
}

function schema(): Schema {
  const columns: Schema = EVENT_COLUMNS.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL', ...TYPES[type] }));
  return [{ name: 'events', num_children: columns.length }, ...columns];
}
