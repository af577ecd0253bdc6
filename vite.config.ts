import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { contracts } from './vite/contracts.ts'
import { inter } from './vite/inter.ts'

const SMALLEST = 1024

/** Beside each file what browsers take instead: compressed once here and not at every request. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir }) {
    for (const file of globSync(`${dir}/**/*.{js,css,svg}`)) {
      if (statSync(file).size < SMALLEST) continue
      const bytes = readFileSync(file)
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }))
      writeFileSync(`${file}.br`, brotliCompressSync(bytes))
    }
  },
}

/**
 * What nearly every page needs comes in a few files: two hundred small ones take longer than their bytes. All else lies
 * where the pages that need it load it, so that clients don't load the board.
 */
const FILES = [
  {
    name: 'floor',
    test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-)?(router|history|store|query)[^/]*|@lingui|@messageformat|moo|clsx)\/|@mantine\/(hooks|core\/esm\/core)\/|src\/kernel\/|src\/web\/(api|theme|text|format|router)/,
    minShareCount: 3,
    priority: 4,
  },
  { name: 'icons', test: /@tabler/, minShareCount: 2, priority: 3 },
  {
    name: 'contracts',
    test: /src\/features\/[^/]+\/((.*-)?(contract|schemas|model)(-.*)?\.ts|contract\/)/,
    minShareCount: 3,
    priority: 2,
  },
  { name: 'many', minShareCount: 30, priority: 1 },
]

/** The web app is the only thing that is built; the server runs from its TypeScript source. */
export default defineConfig({
  root: 'src/web',
  plugins: [react(), inter, contracts, compressed],
  resolve: { alias: { zod: fileURLToPath(new URL('src/web/api/no-zod.ts', import.meta.url)) } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: FILES } } },
  },
  server: { proxy: { '/api/v1': 'http://127.0.0.1:3000', '/healthz': 'http://127.0.0.1:3000' } },
})
