import { defineConfig } from 'vitest/config'

const PURE = [
  'src/{kernel,conditions,engine/core}/**/*.test.ts',
  'src/features/**/rules*.test.ts',
  'src/{web,features/*/web}/**/*.test.{ts,tsx}',
  'src/**/*.pure.test.ts',
  'test/**/*.pure.test.ts',
]
const JOURNEYS = ['test/journeys/**/*.test.ts']

/** Pure tests need nothing; slices a database; journeys also a browser and the built web app. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    allowOnly: false,
    projects: [
      { test: { name: 'pure', include: PURE, testTimeout: 60_000 } },
      {
        test: {
          name: 'slices',
          isolate: false, // what tests share is the system of their worker, opened and loaded once
          setupFiles: 'test/support/each-file.ts',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...PURE, ...JOURNEYS],
          globalSetup: 'test/support/global-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'pictures',
          include: ['test/pictures/*.pictures.ts'],
          globalSetup: ['test/support/global-setup.ts', 'test/support/journey-build.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: JOURNEYS,
          globalSetup: ['test/support/global-setup.ts', 'test/support/journey-build.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } }, // as patient as everything else in a browser
        },
      },
    ],
  },
})
