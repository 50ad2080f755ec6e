import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const cases = resolve("test/components");

/**
 * Puts the samples of all components into one file that a user's folder can run: the library is
 * the installed package there, and so is Pulumi's SDK.
 */
export async function bundleSamples(outfile: string): Promise<void> {
  const files = readdirSync(cases).filter((file) => file.endsWith(".case.ts"));
  const imports = files.map((file, index) => `import c${index} from "./${file}";`);
  const all = files.map((_, index) => `c${index}`).join(", ");
  await build({
    stdin: {
      contents: `${imports.join("\n")}
import { runSamples } from "../support/all-samples";
runSamples([${all}]).then((outcome) => process.stdout.write(JSON.stringify(outcome)));`,
      resolveDir: cases,
      loader: "ts",
    },
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "warning",
    plugins: [
      {
        name: "the library as its users name it",
        setup: ({ onResolve }) => {
          onResolve({ filter: /(^|\/)components$/ }, ({ path, resolveDir }) =>
            join(resolveDir, path) === resolve("components")
              ? { path: "istio-mesh", external: true }
              : undefined,
          );
        },
      },
    ],
  });
}
