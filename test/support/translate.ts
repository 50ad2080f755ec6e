import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { must } from "./command";
import { PendingAnswers } from "./pending-answers";
import { definitionFiles } from "./published";

/**
 * Asks the real istiod's code what Envoy configuration it gives proxies for a set of objects. What
 * a cluster adds to objects is added: cluster IPs of Services, Pods of the proxies, EndpointSlices for
 * the Pods that a Service selects, namespaces, gateway classes, and for each Gateway of the classes
 * `istio` and `istio-waypoint` its Service and its address. No Envoy runs.
 */

/** A message of Envoy's API as protojson: names in camelCase, durations as `"2s"`, no defaults. */
// biome-ignore lint/suspicious/noExplicitAny: thousands of types, of which tests look at single fields
export type Envoy = any;

export const ProxyKind = {
  /** A sidecar next to an application: both directions. */
  Sidecar: "sidecar",
  /** An ingress or egress gateway: an Istio Gateway's `selector` or a Gateway's name chooses it. */
  Gateway: "gateway",
  /** A waypoint: the proxy of a Gateway of class `istio-waypoint`. */
  Waypoint: "waypoint",
} as const;
export type ProxyKind = (typeof ProxyKind)[keyof typeof ProxyKind];

/** A proxy that asks istiod. A Pod of this name and IP is added unless the objects hold one. */
export interface ProxySpec {
  /**
   * Name of the Pod, and key of the answer. With the Gateway API it is the name of the Gateway, unless
   * `labels` say the Gateway's name (`gateway.networking.k8s.io/gateway-name`).
   */
  name: string;
  kind: ProxyKind;
  namespace: string;
  /** Labels of the Pod. @default - none, or the Gateway's name label */
  labels?: Record<string, string>;
  /** @default "default", and for the proxy of a managed Gateway the one that istiod makes */
  serviceAccount?: string;
  /** @default - that of the Pod of this name, or a free one in 10.1.0.0/16 */
  ip?: string;
}

export interface Question {
  /** Objects of the cluster, see test/support/objects.ts. The same object twice is an error. */
  objects: readonly MeshObject[];
  /** Mesh configuration as in the ConfigMap `istio`. @default - Istio's defaults */
  meshConfig?: Record<string, unknown>;
  /** Whether istiod runs as profile `ambient` has it; any waypoint among the proxies implies it. @default false */
  ambient?: boolean;
  /** Ambient mode over several networks, which istiod has to be told of; implies `ambient`. @default false */
  multiNetwork?: boolean;
  /** DNS domain of the cluster. @default "cluster.local" */
  clusterDomain?: string;
  proxies: readonly ProxySpec[];
}

/** What istiod gives one proxy; read it with test/support/envoy.ts. */
export interface ProxyConfig {
  listeners: Envoy[];
  /** Route configurations that listeners name; those of waypoints are inside the listeners. */
  routes: Envoy[];
  clusters: Envoy[];
  /** One ClusterLoadAssignment for each EDS cluster. */
  endpoints: Envoy[];
  /** Names of the SDS secrets that listeners and clusters refer to, sorted, e.g. `kubernetes://web-cert`. */
  secrets: string[];
  /** What istiod serves of those `kubernetes://` secrets to this proxy, private keys left out. */
  credentials: Envoy[];
}

/** The proxies' configuration by the name of the proxy. Throws what istiod's code fails with. */
export async function translate(question: Question): Promise<Record<string, ProxyConfig>> {
  const { multiNetwork = false, ...asked } = question;
  const ambient =
    multiNetwork ||
    (question.ambient ?? question.proxies.some(({ kind }) => kind === ProxyKind.Waypoint));
  const switches = {
    PILOT_ENABLE_AMBIENT: `${ambient}`,
    AMBIENT_ENABLE_MULTI_NETWORK: `${multiNetwork}`,
    // Rules of policies would come in another order each time.
    ENABLE_VTPROTOBUF: "false",
  };
  const mode = Object.values(switches).join();
  const running = translators[mode] ?? start(mode, switches);
  translators[mode] = running;
  const { child, answers } = await running;
  return answers.ask((id) => child.stdin?.write(`${JSON.stringify({ id, ...asked, ambient })}\n`));
}

interface Translator {
  child: ChildProcess;
  answers: PendingAnswers<Record<string, ProxyConfig>>;
}

/** One process for all questions of a mode: istiod reads its switches once. After its end comes another. */
const translators: Record<string, Promise<Translator> | undefined> = {};

async function start(mode: string, switches: Record<string, string>): Promise<Translator> {
  const istio = (await must("lab/lab", ["bin", "istio"])).trim();
  const child = spawn(istio, ["translate", ...definitionFiles()], {
    env: { ...process.env, ...switches },
    stdio: "pipe",
  });
  const answers = new PendingAnswers<Record<string, ProxyConfig>>();
  let complaints = "";
  createInterface({ input: child.stdout }).on("line", (line) => answers.take(line));
  child.stderr.on("data", (chunk) => {
    complaints = `${complaints}${chunk}`.slice(-4000);
  });
  // A question to a process that has just ended is answered by the end.
  child.stdin.on("error", () => undefined);
  child.on("close", (code) => {
    translators[mode] = undefined;
    answers.fail(new Error(`istio translate: exit code ${code}\n${complaints}`));
  });
  keepUntilExit(child);
  return { child, answers };
}

/** Neither holds mocha back when the tests are done nor stays when it ends. */
function keepUntilExit(child: ChildProcess): void {
  for (const handle of [child, ...child.stdio]) {
    (handle as { unref?(): void } | null)?.unref?.();
  }
  process.once("exit", () => child.kill());
}
