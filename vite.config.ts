import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The renderer. The Node sides are built in scripts/build.mjs. */
export default defineConfig({
  root: 'src/renderer',
  // Absolute: a reload on a deep page (/projects/…) must find the same assets.
  base: '/',
  publicDir: 'public',
  plugins: [react(), tailwindcss(), sonnerWithoutStyleTag()],
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

/**
 * sonner adds a <style> tag when it is loaded, which the page's policy forbids; src/renderer/styles/app.css takes in its
 * sheet instead. Fails the build when a new version of sonner no longer has the call that is taken out here.
 */
function sonnerWithoutStyleTag(): Plugin {
  return {
    name: 'sonner-without-style-tag',
    transform: {
      filter: { id: /[\\/]sonner[\\/]dist[\\/]index\.mjs$/ },
      handler(code) {
        const without = code.replace(/^__insertCSS\(".*"\);?$/m, '')
        if (without === code) this.error('sonner has changed: look how it adds its styles now')
        return { code: without, map: null }
      },
    },
  }
}
