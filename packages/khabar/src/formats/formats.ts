// The formats of export by name.
import { csv } from './csv.js';
import type { TextFormat } from './format.js';
import { gdeltEvents } from './gdelt-events.js';
import { gdeltMentions } from './gdelt-mentions.js';
import { icews } from './icews.js';
import { jsonLd } from './json-ld.js';
import { phoenix } from './phoenix.js';
import { ploverJson } from './plover-json.js';
import { polecat } from './polecat.js';

export const TEXT_FORMATS = {
  'plover-json': ploverJson,
  polecat,
  icews,
  phoenix,
  'gdelt-events': gdeltEvents,
  'gdelt-mentions': gdeltMentions,
  csv,
  'json-ld': jsonLd,
} as const satisfies Record<string, TextFormat>;

export const EXPORT_FORMATS = [...(Object.keys(TEXT_FORMATS) as (keyof typeof TEXT_FORMATS)[]), 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const endingOf = (format: ExportFormat): string => (format === 'parquet' ? 'parquet' : TEXT_FORMATS[format].ending);
