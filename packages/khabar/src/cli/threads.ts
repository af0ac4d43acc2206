// Spreads articles over threads in batches, and hands the outcomes back in the order of the articles: the number of threads never shows.
import { Worker } from 'node:worker_threads';
import type { ReadItem } from '../read/articles.js';
import type { Job, Outcome, Work } from './work.js';

const BATCH_SIZE = 50;
/** A batch is sent off unfilled after this many milliseconds, so that a slow feed is still answered at once. */
const PATIENCE = 50;
/** Batches under way for each thread: one being coded, one waiting. */
const BATCHES_PER_THREAD = 2;

/** On this thread, one article at a time. */
export async function* workAlone(items: AsyncIterable<ReadItem>, work: Work): AsyncGenerator<Outcome> {
  for await (const item of items) yield work(item);
}

/** `threadFile` is the built `work-thread.js`. */
export async function* workOnThreads(items: AsyncIterable<ReadItem>, job: Job, threads: number, threadFile: URL): AsyncGenerator<Outcome> {
  const pool = createPool(job, threads, threadFile);
  const batches = inBatches(items);
  const underWay: Promise<Outcome[]>[] = [];
  let next: ReturnType<typeof batches.next> | null = batches.next();
  try {
    while (next !== null || underWay.length > 0) {
      const mayTakeMore = next !== null && underWay.length < threads * BATCHES_PER_THREAD;
      const ready: IteratorResult<ReadItem[], void> | Outcome[] = await Promise.race([
        ...(mayTakeMore && next !== null ? [next] : []),
        ...underWay.slice(0, 1),
      ]);
      if (Array.isArray(ready)) {
        underWay.shift();
        yield* ready;
      } else if (ready.done) {
        next = null;
      } else {
        underWay.push(pool.send(ready.value));
        next = batches.next();
      }
    }
  } finally {
    void batches.return();
    await pool.close();
  }
}

/** Groups items; a batch that has waited for `PATIENCE` goes as it is. */
export async function* inBatches<Item>(items: AsyncIterable<Item>, size = BATCH_SIZE, patience = PATIENCE): AsyncGenerator<Item[], void> {
  const iterator = items[Symbol.asyncIterator]();
  let batch: Item[] = [];
  let deadline: ReturnType<typeof pause> | null = null;
  let next = iterator.next();
  try {
    for (;;) {
      const step = await (deadline === null ? next : Promise.race([next, deadline.over]));
      if (step !== 'over') {
        if (step.done) break;
        batch.push(step.value);
        next = iterator.next();
        deadline ??= pause(patience);
      }
      if (step !== 'over' && batch.length < size) continue;
      deadline?.cancel();
      deadline = null;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } finally {
    deadline?.cancel();
    void iterator.return?.();
  }
}

function pause(milliseconds: number): { over: Promise<'over'>; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<'over'>((resolve) => {
    timer = setTimeout(() => resolve('over'), milliseconds);
  });
  return { over, cancel: () => clearTimeout(timer) };
}

interface Pool {
  send(batch: ReadItem[]): Promise<Outcome[]>;
  close(): Promise<void>;
}

/** One seat a thread: the batches sent to it are answered one after the other. */
interface Seat {
  worker: Worker;
  waiting: { batch: ReadItem[]; resolve: (outcomes: Outcome[]) => void }[];
}

function createPool(job: Job, threads: number, threadFile: URL): Pool {
  const seats = Array.from({ length: threads }, () => openSeat(job, threadFile));
  return {
    send(batch) {
      const freest = seats.reduce((best, seat) => (seat.waiting.length < best.waiting.length ? seat : best));
      return new Promise((resolve) => {
        freest.waiting.push({ batch, resolve });
        freest.worker.postMessage(batch);
      });
    },
    async close() {
      await Promise.all(seats.map((seat) => seat.worker.terminate()));
    },
  };
}

function openSeat(job: Job, threadFile: URL): Seat {
  const seat: Seat = { worker: new Worker(threadFile, { workerData: job }), waiting: [] };
  watch(seat, job, threadFile);
  return seat;
}

/** A thread that breaks down costs its current batch only: a new one takes its place and the batches that wait. */
function watch(seat: Seat, job: Job, threadFile: URL): void {
  seat.worker.on('message', (outcomes: Outcome[]) => seat.waiting.shift()?.resolve(outcomes));
  seat.worker.on('error', (error) => {
    const lost = seat.waiting.shift();
    lost?.resolve(
      lost.batch.map(({ at }) => ({ records: [], mentions: 0, events: 0, problem: { code: 'KH901', at, detail: error.message } })),
    );
    seat.worker = new Worker(threadFile, { workerData: job });
    watch(seat, job, threadFile);
    for (const { batch } of seat.waiting) seat.worker.postMessage(batch);
  });
}
