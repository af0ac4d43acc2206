import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const packed = fileURLToPath(new URL('packages/core/dist/lexicon/packed.js', import.meta.url));

export default defineConfig({
  // Sources import the packed lexicon beside them; the build step writes it into dist.
  resolve: { alias: [{ find: /^\.{1,2}\/(lexicon\/)?packed\.js$/, replacement: packed }] },
  test: { include: ['packages/*/src/**/*.test.ts', 'eval/**/*.test.ts'], testTimeout: 30_000 },
});
