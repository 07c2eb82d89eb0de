import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  // Relative addresses let the same build be served below any prefix.
  base: "./",
  publicDir: "../public",
  // GraphiQL tells screen readers the names of its icons, which it takes from the names of their functions.
  esbuild: { keepNames: true },
  plugins: [react()],
  // The editor's workers load parts of themselves on demand, which only modules can.
  worker: { format: "es" },
  build: {
    outDir: "../../dist/web/playground",
    emptyOutDir: true,
    // The editor is one piece of more than 2 MB, loaded after the page itself: there is nothing to split it by.
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      onwarn(warning, warn) {
        // GraphiQL marks files for the React compiler with directives that mean nothing once bundled.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
});
