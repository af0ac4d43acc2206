// A thread that codes batches of articles: it is sent articles and sends back their outcomes.
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadItem } from '../read/articles.js';
import { createWork, type Job } from './work.js';

const work = await createWork(workerData as Job);
parentPort?.on('message', (batch: ReadItem[]) => parentPort?.postMessage(batch.map(work)));
