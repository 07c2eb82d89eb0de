import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  // Relative addresses let the same build be served below any prefix.
  base: "./",
  publicDir: "../public",
  plugins: [react()],
  worker: { format: "es" },
  build: {
    outDir: "../../dist/web/explorer",
    emptyOutDir: true,
    // What is small is not written into the page as data: the explorer's policy allows no such address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
