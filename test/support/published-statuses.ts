import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import type { KubernetesObject } from "../../analysis/mesh/kubernetes-object";
import { readYaml } from "../../cli/read/yaml-objects";
import { moduleDir } from "./published";

const folder = join(moduleDir("istio"), "pilot/pkg/config/kube/gateway");
const source = readFileSync(join(folder, "conversion_test.go"), "utf8");

/** DNS domain of the cluster in Istio's tests of the Gateway API. */
export const testDomain = "domain.suffix";

/** A set of objects of the Gateway API, and what istiod writes into their statuses. */
export interface StatusCase {
  name: string;
  objects: KubernetesObject[];
  /** `Reason Kind namespace/name` each, sorted, each once; of conditions that tell a mistake. */
  reasons: string[];
}

interface Condition {
  type: string;
  status: string;
  reason: string;
}

interface Status {
  conditions?: Condition[];
  listeners?: { conditions?: Condition[] }[];
  parents?: { conditions?: Condition[] }[];
  ancestors?: { conditions?: Condition[] }[];
}

const isMistake = ({ type, status }: Condition): boolean =>
  type === "Conflicted" ? status === "True" : status === "False";

const conditionsOf = ({
  conditions = [],
  listeners = [],
  parents = [],
  ancestors = [],
}: Status): Condition[] => [
  ...conditions,
  ...[...listeners, ...parents, ...ancestors].flatMap((part) => part.conditions ?? []),
];

/** What istiod says of a set, without the conditions that only follow from others. */
function reasonsIn(file: string): string[] {
  const all = parseAllDocuments(readFileSync(join(folder, "testdata", file), "utf8"))
    .map((document) => document.toJS() ?? {})
    .flatMap(({ kind, metadata, status }) =>
      conditionsOf(status ?? {})
        .filter((condition) => condition.type !== "Programmed" && isMistake(condition))
        .map(({ reason }) => `${reason} ${kind} ${metadata.namespace}/${metadata.name}`),
    );
  return [...new Set(all)].sort();
}

/** Services that the tests have beside every set. */
function services(): KubernetesObject[] {
  const hosts = [...source.matchAll(/Hostname: +"([^".]+)\.([^".]+)\.svc\.domain\.suffix"/g)];
  return hosts.map(([, name = "", namespace = ""]) => ({
    apiVersion: "v1",
    kind: "Service",
    metadata: { name, namespace },
    spec: { ports: [] },
  }));
}

/** Secrets that they have beside every set; one of them holds no certificate. */
function secrets(): KubernetesObject[] {
  const named = [
    ...source.matchAll(
      /&corev1\.Secret\{\s+ObjectMeta: metav1\.ObjectMeta\{\s+Name: +"([^"]+)",\s+Namespace: +"([^"]+)"/g,
    ),
  ];
  return named.map(([, name = "", namespace = ""]) =>
    name === "malformed"
      ? {
          apiVersion: "v1",
          kind: "Secret",
          metadata: { name, namespace },
          stringData: { "tls.crt": "Hello world", "tls.key": "Hello world" },
        }
      : {
          apiVersion: "cert-manager.io/v1",
          kind: "Certificate",
          metadata: { name, namespace },
          spec: { secretName: name },
        },
  );
}

/** The namespaces of all objects; the tests give them one label. */
function namespaces(objects: readonly KubernetesObject[]): KubernetesObject[] {
  const names = new Set(objects.map(({ metadata }) => String(metadata.namespace ?? "default")));
  return [...names].map((name) => ({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name, labels: { "istio.io/test-name-part": name.split("-")[0] } },
  }));
}

/** All sets by which istiod's reading of the Gateway API is tested. */
export const statusCases = (): StatusCase[] =>
  readdirSync(join(folder, "testdata"))
    .filter((file) => file.endsWith(".status.yaml.golden"))
    .map((file) => {
      const name = file.slice(0, file.indexOf("."));
      const text = readFileSync(join(folder, "testdata", `${name}.yaml`), "utf8");
      const own = readYaml(text).objects.map(({ object }) => object);
      const objects = [...own, ...services(), ...secrets()];
      return { name, objects: [...objects, ...namespaces(objects)], reasons: reasonsIn(file) };
    });
