import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Dossier } from '@khabar/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { main } from './main.js';

/** Russia mediates between Azerbaijan and Armenia over Nagorno-Karabakh; Iran welcomes it; the Armenian president met the Russian one. */
const ARTICLE = `وساطة روسية في قره باغ

باكو، الأحد ١١ أكتوبر ٢٠٢٠ - ١٠:٠٠ بتوقيت غرينتش
رحبت إيران بالوساطة الروسية بين أذربيجان وأرمينيا في قره باغ.
وقال الرئيس الأرميني إنه التقى الرئيس الروسي في موسكو أمس لبحث النزاع في قره باغ <عاجل> & "هام".`;

const OWN = 'id\tkind\ten\tar\tparties\tcues\nmountain\tdispute\tThe mountain\tنزاع الجبل\tAZE ARM\tقره باغ\n';

async function run(...command: string[]): Promise<{ status: number; out: string; err: string }> {
  const printed = { out: '', err: '' };
  const into = (stream: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        printed[stream] += String(chunk);
        done();
      },
    });
  const status = await main(command, { stdin: Readable.from([]), stdout: into('out'), stderr: into('err'), env: {} });
  return { status, ...printed };
}

let folder: string;
let article: string;
let own: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-dossier-'));
  article = join(folder, 'article.txt');
  own = join(folder, 'own.tsv');
  await writeFile(article, ARTICLE);
  await writeFile(own, OWN);
});

describe('khabar dossier', () => {
  test('prints the dossier as JSON, each statement with its mentions', async () => {
    const { status, out } = await run('dossier', 'karabakh', article, '--format', 'json');
    const dossier = JSON.parse(out) as Dossier;
    expect(status).toBe(0);
    expect(dossier.period).toEqual({ start: '2020-10-11', end: '2020-10-11' });
    expect(dossier.parties.map(({ actor }) => actor.key)).toEqual(['AZE', 'ARM']);
    expect(dossier.mediators.map(({ actor, citations }) => [actor.key, citations[0]?.trigger.text])).toEqual([['RUS', 'بالوساطة']]);
    expect(dossier.supporters.map(({ actor }) => actor.key)).toEqual(['IRN']);
  });

  test('is found by a part of its Arabic name', async () => {
    const { status, out } = await run('dossier', 'ناغورنو', article, '--format', 'json');
    expect([status, (JSON.parse(out) as Dossier).dispute.id]).toEqual([0, 'karabakh']);
  });

  test('prints Markdown into a pipe, in English unless Arabic is asked for', async () => {
    const english = await run('dossier', 'karabakh', article);
    expect(english.out.split('\n')[0]).toBe('# Nagorno-Karabakh');
    expect(english.out).toContain('> رحبت إيران **بالوساطة** الروسية بين أذربيجان وأرمينيا في قره باغ.');
    const arabic = await run('dossier', 'karabakh', article, '--language', 'ar');
    expect(arabic.out).toContain('# نزاع ناغورنو كاراباخ');
    expect(arabic.out).toContain('**تاريخ النشر:** 11 أكتوبر 2020');
  });

  test('writes a page of its own that asks the network for nothing, with what the article says escaped', async () => {
    const { out } = await run('dossier', 'karabakh', article, '--format', 'html', '--language', 'ar');
    expect(out).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/);
    expect(out).not.toMatch(/https?:|<script|<link|@import|url\(/);
    expect(out).toContain('&#60;عاجل&#62; &#38; &#34;هام&#34;');
    expect(out).not.toContain('<عاجل>');
  });

  test('is laid out for a terminal with the sentence isolated', async () => {
    const { out } = await run('dossier', 'karabakh', article, '--format', 'pretty');
    expect(out).toContain('── Mediators ─');
    expect(out).toContain('\u2068رحبت إيران بالوساطة الروسية بين أذربيجان وأرمينيا في قره باغ.\u2069');
  });

  test('takes a dispute of the user', async () => {
    const { status, out } = await run('dossier', 'mountain', article, '--lexicon', own, '--format', 'json');
    const dossier = JSON.parse(out) as Dossier;
    expect([status, dossier.dispute.name.en, dossier.mediators.map(({ actor }) => actor.key)]).toEqual([0, 'The mountain', ['RUS']]);
  });

  test('is the same from an archive as from the articles', async () => {
    const archive = join(folder, 'news.db');
    expect((await run('add', article, '--archive', archive)).status).toBe(0);
    const { status, out } = await run('dossier', 'karabakh', '--archive', archive, '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse((await run('dossier', 'karabakh', article, '--format', 'json')).out));
    expect((await run('dossier', 'karabakh', article, '--archive', archive)).err).toContain('articles and an archive are named');
    expect((await run('dossier', 'karabakh', '--archive', `${archive}.missing`)).status).toBe(2);
  });

  test('lists what it knows', async () => {
    const { status, out } = await run('dossier', '--list');
    expect(status).toBe(0);
    expect(out.split('\n').filter((line) => line.startsWith('karabakh '))).toEqual([
      'karabakh                     dispute    Nagorno-Karabakh \u2068نزاع ناغورنو كاراباخ\u2069',
    ]);
  });

  test('says what to do where no dispute or several are meant', async () => {
    expect(await run('dossier')).toEqual({
      status: 2,
      out: '',
      err: 'khabar: no dispute is named\nName one, as khabar dossier --list shows them.\n',
    });
    expect((await run('dossier', 'nowhere', article)).err).toContain('no dispute is called "nowhere"');
    expect(await run('dossier', 'korea', article)).toEqual({
      status: 2,
      out: '',
      err: 'khabar: "korea" may mean korea-nuclear, korea-panmunjom\nName one of these.\n',
    });
  });

  test('ends with 1 where an article cannot be read', async () => {
    const { status, err } = await run('dossier', 'karabakh', `${article}.missing`);
    expect(status).toBe(1);
    expect(err).toContain('KH201');
  });
});
