// Where exported events go: one stream, or a folder with one file a month.
import type { TextFormat } from './format.js';
import { type EventReports, type ExportOptions, eventDay } from './reports.js';

export interface EventSink {
  /** False where the format cannot hold the event. */
  write(reports: EventReports): Promise<boolean>;
  close(): Promise<void>;
}

/** `write` puts text where it belongs, and `end` closes that place. */
export interface TextTarget {
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

export function textSink(format: TextFormat, target: TextTarget, options: ExportOptions): EventSink {
  let before = format.opening;
  let written = false;
  return {
    async write(reports) {
      const lines = format.lines(reports, options);
      for (const line of lines) {
        await target.write(before + line);
        before = format.between;
      }
      written ||= lines.length > 0;
      return lines.length > 0;
    },
    async close() {
      await target.write((written ? '' : format.opening) + format.closing);
      await target.end();
    },
  };
}

/** One sink a month, opened when its first event comes; events without a day have one of their own. `open` is told `2018-05` or `undated`. */
export function monthlySink(open: (month: string) => Promise<EventSink>): EventSink {
  const months = new Map<string, EventSink>();
  return {
    async write(reports) {
      const month = eventDay(reports)?.slice(0, 7) ?? 'undated';
      const sink = months.get(month) ?? (await open(month));
      months.set(month, sink);
      return sink.write(reports);
    },
    async close() {
      for (const sink of months.values()) await sink.close();
    },
  };
}
