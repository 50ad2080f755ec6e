import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import type { Comparison } from "./paired";

/** What a page would load to answer requests; the schemas of kinds and what Node has built in come beside it. */
function bundled(): Uint8Array {
  const { outputFiles } = buildSync({
    stdin: {
      contents: [
        'export { Mesh } from "./analysis/mesh/mesh";',
        'export { answer } from "./analysis/requests/ask";',
        'export { impact } from "./analysis/requests/impact/impact";',
        'export { reach } from "./analysis/requests/reach/reach";',
      ].join("\n"),
      resolveDir: ".",
    },
    bundle: true,
    minify: true,
    platform: "browser",
    format: "esm",
    external: ["node:*"],
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

const kilobytes = (bytes: Uint8Array): [number] => [bytes.length / 1024];

export default {
  title: "the request model for a browser, minified",
  measures: ["KB"],
  rounds: 1,
  subject: { name: "compressed", run: async () => kilobytes(gzipSync(bundled())) },
  baselines: [{ name: "as it is", run: async () => kilobytes(bundled()) }],
} satisfies Comparison;
