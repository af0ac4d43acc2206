// GDELT 2.0 mentions: one row for each mention of each row of gdelt-events. Offsets count UTF-16 code units into the Arabic text.
import type { Mention, Participant } from '@khabar/core';
import { GDELT_MENTION_COLUMNS } from './columns.js';
import { rowOf, tableFormat } from './format.js';
import { gdeltDay } from './gdelt.js';
import { compactTime, type Pair, pairsOf } from './reports.js';

/** Mentions from the web, the only kind that fits an article with an address or a name of its own. */
const WEB = 1;

export const gdeltMentions = tableFormat(GDELT_MENTION_COLUMNS, { header: false, missing: '' }, (reports) => {
  const day = gdeltDay(reports);
  if (day === null) return [];
  const first = compactTime(reports.event.first) ?? `${day}000000`;
  return pairsOf(reports).flatMap((pair) => reports.mentions.map((mention) => mentionRow(mention, pair, first)));
});

function mentionRow(mention: Mention, { number, source, target }: Pair, first: string) {
  const { article, sentence, trigger, confidence } = mention;
  return rowOf(GDELT_MENTION_COLUMNS, {
    GLOBALEVENTID: number,
    EventTimeDate: first,
    MentionTimeDate: compactTime(article.published) ?? first,
    MentionType: WEB,
    MentionSourceName: article.source,
    MentionIdentifier: article.url ?? article.id,
    SentenceID: sentence.index + 1,
    Actor1CharOffset: offsetOf(mention, source),
    Actor2CharOffset: offsetOf(mention, target),
    ActionCharOffset: trigger.start,
    InRawText: 1,
    Confidence: Math.max(10, Math.round(confidence * 10) * 10),
    MentionDocLen: null,
    MentionDocTone: null,
    MentionDocTranslationInfo: null,
    Extras: null,
  });
}

/** Where this mention names the side; −1 where it does not, as in GDELT. */
function offsetOf({ actors, recipients }: Mention, side: Participant | null): number {
  const same = ({ country, sectors }: Participant) => country === side?.country && sectors[0] === side?.sectors[0];
  return [...actors, ...recipients].find((participant) => side !== null && participant.start !== null && same(participant))?.start ?? -1;
}
