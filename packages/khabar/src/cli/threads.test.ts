import { expect, test } from 'vitest';
import { inBatches } from './threads.js';

async function* numbers(count: number, pauseAfter?: number): AsyncGenerator<number> {
  for (let number = 1; number <= count; number += 1) {
    yield number;
    if (number === pauseAfter) await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

async function batchesOf(items: AsyncIterable<number>, size: number, patience: number): Promise<number[][]> {
  const batches: number[][] = [];
  for await (const batch of inBatches(items, size, patience)) batches.push(batch);
  return batches;
}

test('batches are filled, the last with what is left', async () => {
  expect(await batchesOf(numbers(5), 2, 1000)).toEqual([[1, 2], [3, 4], [5]]);
});

test('a batch that waits too long goes as it is', async () => {
  expect(await batchesOf(numbers(4, 1), 3, 10)).toEqual([[1], [2, 3, 4]]);
});
