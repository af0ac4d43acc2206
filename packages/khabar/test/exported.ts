// For tests of formats: the events of the repository's annotated articles, and a file as a format writes it.
import { readdirSync, readFileSync } from 'node:fs';
import { createCoder, eventsOf, type Mention, openDisputes } from '@khabar/core';
import { TEXT_FORMATS } from '../src/formats/formats.js';
import type { EventReports, ExportOptions } from '../src/formats/reports.js';
import { textSink } from '../src/formats/sink.js';

const ARTICLES = new URL('../../../eval/articles/', import.meta.url);
const book = openDisputes();

export const options: ExportOptions = { texts: true, stateName: (code) => book.stateName(code)?.en ?? null };

export function annotatedEvents(): EventReports[] {
  const coder = createCoder();
  const files = readdirSync(ARTICLES).filter((file) => file.endsWith('.json'));
  return files.flatMap((file) => {
    const { article } = JSON.parse(readFileSync(new URL(file, ARTICLES), 'utf8')) as { article: Parameters<typeof coder.code>[0] };
    return reportsOf(coder.code(article));
  });
}

function reportsOf(mentions: Mention[]): EventReports[] {
  return eventsOf(mentions).map((event) => ({ event, mentions: mentions.filter(({ id }) => event.mentions.includes(id)) }));
}

export async function written(format: keyof typeof TEXT_FORMATS, events: EventReports[], settings = options): Promise<string> {
  const parts: string[] = [];
  const target = {
    write: async (part: string) => {
      parts.push(part);
    },
    end: async () => {},
  };
  const sink = textSink(TEXT_FORMATS[format], target, settings);
  for (const reports of events) await sink.write(reports);
  await sink.close();
  return parts.join('');
}

export const isAsserted = ({ event }: EventReports): boolean => event.status === 'actual' || event.status === 'historical';
