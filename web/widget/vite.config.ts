import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    // One worker for all files: starting more of them costs more than the tests, above all on a busy machine.
    fileParallelism: false,
    isolate: false,
    testTimeout: 30_000,
  },
});
