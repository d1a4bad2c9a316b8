import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The renderer. The Node sides are built in scripts/build.mjs. */
export default defineConfig({
  root: 'src/renderer',
  // Absolute: a reload on a deep page (/projects/…) must find the same assets.
  base: '/',
  publicDir: 'public',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: '../../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: false,
    // The page's policy is script-src 'self'; style-src 'self': nothing may end up inline, no data: URLs either.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
