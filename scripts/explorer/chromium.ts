import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const usualPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser to test with: `CHROMIUM_PATH`, else the first of the usual paths that exists, else null. */
export function findChromium(): string | null {
  const given = process.env["CHROMIUM_PATH"];
  if (given !== undefined && given !== "") return given;
  return usualPaths.find((path) => existsSync(path)) ?? null;
}

/** How the browser draws pictures with its processor, slowly; not at all; or with a graphics card. */
const WEBGL = {
  software: ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"],
  none: ["--disable-gpu", "--disable-3d-apis"],
  hardware: ["--ignore-gpu-blocklist"],
} as const;

/** Starts the browser without a window and without requests of its own to the network. */
export function launchChromium(path: string, webgl: keyof typeof WEBGL = "none"): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: [
      "--no-sandbox",
      ...WEBGL[webgl],
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
