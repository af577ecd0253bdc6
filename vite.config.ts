import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { noCircles } from './vite/circles.ts'
import { contracts } from './vite/contracts.ts'
import { packed } from './vite/files.ts'
import { inter } from './vite/inter.ts'
import { texts } from './vite/texts.ts'

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

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const zod = here('src/web/api/no-zod.ts')

const app = {
  root: 'src/web',
  plugins: [react(), inter, contracts],
  resolve: { alias: { zod } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api/v1': 'http://127.0.0.1:3000', '/healthz': 'http://127.0.0.1:3000' } },
} satisfies UserConfig

const COMPILED = { zod, '@lingui/message-utils/compileMessage': here('src/web/texts/compiled.ts') }

/** The web app is the only thing that is built; the server runs from its TypeScript source. */
export default defineConfig(async ({ command, mode }) => {
  if (command === 'serve') return app
  const built = { ...app, mode, resolve: { alias: COMPILED } }
  const { groups, boardCode } = await packed(built)
  const plugins = [...app.plugins, texts(boardCode), noCircles, compressed]
  return { ...built, plugins, build: { ...app.build, rolldownOptions: { output: { codeSplitting: { groups } } } } }
})
