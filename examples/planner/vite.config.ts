import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { defineConfig, type Plugin } from "vite";

/** Writes sw.js once the page is built: it keeps every file of the build, so that the page works offline. */
function offline(): Plugin {
  let folder = "dist";
  return {
    name: "offline",
    apply: "build",
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle() {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== "sw.js")
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      const hash = createHash("sha256");
      for (const file of files) hash.update(relative(folder, file)).update(readFileSync(file));
      const names = files.map((file) => `./${relative(folder, file).split(sep).join("/")}`);
      const template = readFileSync(join(import.meta.dirname, "sw.template.js"), "utf8");
      const script = template
        .replace('"VERSION"', JSON.stringify(hash.digest("hex").slice(0, 16)))
        .replace('["FILES"]', JSON.stringify(["./", ...names]));
      writeFileSync(join(folder, "sw.js"), script);
    },
  };
}

/** Nothing may leave the page: it loads from where it was served and connects to nothing else. */
function sealed(): Plugin {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; font-src 'self'; " +
    "img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";
  return {
    name: "sealed",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy }, injectTo: "head-prepend" },
    ],
  };
}

export default defineConfig({
  base: "./",
  plugins: [offline(), sealed()],
  // The package starts its worker by address: it must stay as it is.
  optimizeDeps: { exclude: ["entretien"] },
  server: { fs: { allow: ["../.."] } },
  worker: { format: "es" },
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
