import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the staff app; the server serves it from dist/console. */
export default defineConfig({
  root: 'src/console',
  base: '/console/',
  plugins: [react()],
  // Ant Design is one large chunk, a third of that on the wire.
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    assetsDir: 'assets',
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:1717' } },
})
