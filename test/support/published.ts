import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import type { SourceManifest } from "../../schemas/kind-schema";

/** A published object, and what its file says of it. */
export interface Sample {
  name: string;
  object: MeshObject & { _err?: string };
}

const { sources }: SourceManifest = JSON.parse(readFileSync("schemas/sources.json", "utf8"));
const cache = execFileSync("go", ["env", "GOMODCACHE"], { encoding: "utf8" }).trim();
/** Modules that the lab is built from, by short names, and where their versions stand. */
const modules = {
  istio: {
    path: "istio.io/istio",
    file: "lab/modules/istio/go.mod",
    pin: /istio\.io\/istio v(\S+)/,
  },
  "gateway-api": {
    path: "sigs.k8s.io/gateway-api",
    file: "lab/internal/toolchain/versions.go",
    pin: /gatewayAPIVersion += "(\S+)"/,
  },
} as const;

/** Folder of a Go module, which the tools were built from. */
export function moduleDir(name: keyof typeof modules): string {
  const { path, file, pin } = modules[name];
  const [, version] = pin.exec(readFileSync(file, "utf8")) ?? [];
  if (version === undefined) {
    throw new Error(`${file} has no version of ${path}`);
  }
  return join(cache, `${path}@v${version}`);
}

/** Istio's charts have the definitions of its API module, byte for byte: see schemas.test.ts. */
const chartDefinitions = "manifests/charts/base/files/crd-all.gen.yaml";

/** Files with the definitions that the schemas of the first releases were made from. */
export function definitionFiles(): string[] {
  const gatewayApi = sources.find(({ product }) => product === "Gateway API");
  return [
    join(moduleDir("istio"), chartDefinitions),
    ...(gatewayApi?.files ?? []).map(({ path }) => join(moduleDir("gateway-api"), path)),
  ];
}

/** IstioOperator, of install.istio.io, is a file for istioctl and no object of a cluster. */
const mesh = /^(?!install\.)[a-z]+\.(istio\.io|networking\.k8s\.io)\//;

/** Every object of Istio and the Gateway API in the YAML files of a folder. */
export function samples(dir: string): Sample[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(dir, file), "utf8") }))
    .filter(({ text }) => !isTemplate(text))
    .flatMap(({ file, text }) =>
      parseAllDocuments(asKubernetesReadsIt(text))
        .map((document, i) => ({ name: `${file}#${i}`, object: document.toJS() }))
        .filter(({ object }) => mesh.test(object?.apiVersion ?? "")),
    );
}

/** Templates of Helm and scripts hold no objects yet. */
const isTemplate = (text: string) => text.includes("{{");

/** This address is a text for Kubernetes' YAML and the beginning of a map for YAML 1.2. */
const asKubernetesReadsIt = (text: string) => text.replace("001:db8::]", '"001:db8::"]');
