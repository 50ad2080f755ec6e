import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { KubernetesObject } from "../../analysis/mesh/kubernetes-object";
import { readYaml } from "../../cli/read/yaml-objects";
import { moduleDir } from "./published";

const analysis = join(moduleDir("istio"), "pkg/config/analysis");
const analyzers = join(analysis, "analyzers");

/** A case of the table by which Istio tests its analyzers. */
export interface AnalyzerCase {
  name: string;
  /** As the table writes it. */
  analyzer: string;
  objects: KubernetesObject[];
  meshConfig: Record<string, unknown>;
  /** `CODE Kind namespace/name` each, sorted, each once. */
  expected: string[];
}

interface Message {
  name: string;
  code: string;
}

const { messages }: { messages: Message[] } = parse(
  readFileSync(join(analysis, "msg/messages.yaml"), "utf8"),
);
const codes = new Map(messages.map(({ name, code }) => [name, code]));

/** Objects that istioctl puts into every set: the default ingress gateway. */
function defaultObjects(): KubernetesObject[] {
  const source = readFileSync(join(analysis, "local/defaults.go"), "utf8");
  const [, template = ""] = /`([^`]*)`/.exec(source) ?? [];
  const text = template
    .replaceAll("{{.ingressService}}", "istio-ingressgateway")
    .replaceAll("{{.namespace}}", "istio-system");
  return readYaml(text).objects.map(({ object }) => object);
}

/** The mesh's networks as the ConfigMap in which istiod reads them. */
const networksObject = (file: string): KubernetesObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "istio", namespace: "istio-system" },
  data: { meshNetworks: readFileSync(join(analyzers, file), "utf8") },
});

/** Blocks of the table: each begins and ends at the table's indentation. */
const blocks = (source: string): string[] => {
  const [, table = ""] = /^var testGrid = \[\]testCase\{\n([\s\S]*?)^\}/m.exec(source) ?? [];
  return [...table.matchAll(/^\t\{\n([\s\S]*?)^\t\},?$/gm)].map(([, block = ""]) => block);
};

const strings = (text: string): string[] => [...text.matchAll(/"([^"]+)"/g)].map(([, s = ""]) => s);

const field = (block: string, name: string): string | undefined =>
  new RegExp(`^\\t\\t${name}:\\s+(.*?),?$`, "m").exec(block)?.[1];

function caseOf(block: string): AnalyzerCase {
  const [, inputs = ""] = /^\t\tinputFiles:\s+\[\]string\{([\s\S]*?)\}/m.exec(block) ?? [];
  const [meshConfig] = strings(field(block, "meshConfigFile") ?? "");
  const [networks] = strings(field(block, "meshNetworksFile") ?? "");
  const expected = [...block.matchAll(/^\t\t\t\{msg\.(\w+), "([^"]+)"\}/gm)].map(
    ([, message = "", place = ""]) => `${codes.get(message)} ${place}`,
  );
  return {
    name: strings(field(block, "name") ?? "")[0] ?? "",
    analyzer: field(block, "analyzer") ?? "",
    objects: [
      ...strings(inputs).flatMap((file) =>
        readYaml(readFileSync(join(analyzers, file), "utf8")).objects.map(({ object }) => object),
      ),
      ...(networks === undefined ? [] : [networksObject(networks)]),
      ...defaultObjects(),
    ],
    meshConfig:
      meshConfig === undefined ? {} : parse(readFileSync(join(analyzers, meshConfig), "utf8")),
    expected: [...new Set(expected)].sort(),
  };
}

/** The table by which Istio tests its analyzers. */
export const analyzerCases = (): AnalyzerCase[] =>
  blocks(readFileSync(join(analyzers, "analyzers_test.go"), "utf8")).map(caseOf);
