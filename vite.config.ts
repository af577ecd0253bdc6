import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The web app is the only thing that is built; the server runs from its TypeScript source. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  resolve: { alias: { zod: fileURLToPath(new URL('src/web/api/no-zod.ts', import.meta.url)) } },
  build: { outDir: '../../dist/web', emptyOutDir: true, target: 'es2023', sourcemap: false, assetsInlineLimit: 0 },
  server: { proxy: { '/api/v1': 'http://127.0.0.1:3000', '/healthz': 'http://127.0.0.1:3000' } },
})
