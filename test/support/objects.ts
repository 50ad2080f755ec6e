import type { MeshObject } from "../../analysis/objects/mesh-object";
import { type Registered, record } from "./record";

/** A Kubernetes object of any kind: ConfigMaps have `data`, Secrets `stringData`, others `spec`. */
export type KubernetesObject = MeshObject & Record<string, unknown>;

/**
 * The Kubernetes objects that a program asks the engine for. What charts and manifests would bring
 * is not among them.
 */
export async function objectsOf(program: () => void): Promise<KubernetesObject[]> {
  const { resources } = await record(program);
  return objectsAmong(resources);
}

/** The Kubernetes objects among what the engine was asked for. */
export const objectsAmong = (
  resources: readonly Pick<Registered, "type" | "inputs">[],
): KubernetesObject[] =>
  resources.filter(isObject).map(({ inputs }) => revealed(inputs) as KubernetesObject);

const isObject = ({ type }: Pick<Registered, "type">) =>
  type.startsWith("kubernetes:") && !/^kubernetes:(helm\.sh|yaml)[/:]/.test(type);

/** The mark that Pulumi's wire format wraps secret values with. */
const secretMark = "4dabf18193072939515e22adb298388d";

function revealed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(revealed);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return secretMark in value
    ? revealed((value as { value?: unknown }).value)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revealed(inner)]));
}

export interface ServiceOptions {
  /** @default 80 */
  port?: number;
  /** Istio reads the protocol from it: `http`, `https`, `tcp`, `grpc-web` … @default "http" */
  portName?: string;
  /** Port of the Pods. @default - the same as `port` */
  targetPort?: number;
  /** @default - one of 10.2.0.0/16 */
  clusterIP?: string;
  /** @default - `{ app: <name> }` */
  selector?: Record<string, string>;
  /** @default - none */
  labels?: Record<string, string>;
}

/** A Service with one port. Its Pods, if there are any, become its endpoints. */
export function service(
  name: string,
  namespace: string,
  options: ServiceOptions = {},
): KubernetesObject {
  const { port = 80, portName = "http", targetPort = port } = options;
  const { selector = { app: name }, labels = {}, clusterIP } = options;
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name, namespace, labels },
    spec: {
      ...(clusterIP !== undefined && { clusterIP }),
      selector,
      ports: [{ name: portName, port, targetPort, protocol: "TCP" }],
    },
  };
}

/** A node, at a place such as `region/zone` or `region/zone/subzone`. */
export function node(name: string, locality: string): KubernetesObject {
  const [region, zone, subzone] = locality.split("/");
  const labels = {
    ...(region && { "topology.kubernetes.io/region": region }),
    ...(zone && { "topology.kubernetes.io/zone": zone }),
    ...(subzone && { "topology.istio.io/subzone": subzone }),
  };
  return { apiVersion: "v1", kind: "Node", metadata: { name, labels } };
}

/** A Pod that is ready. */
export function pod(
  name: string,
  namespace: string,
  ip: string,
  labels: Record<string, string> = {},
  serviceAccountName = "default",
  nodeName = "node",
): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, namespace, labels },
    spec: { serviceAccountName, nodeName, containers: [{ name: "app", image: "app" }] },
    status: {
      phase: "Running",
      podIP: ip,
      podIPs: [{ ip }],
      conditions: [{ type: "Ready", status: "True" }],
    },
  };
}

/** A namespace; one that needs no labels need not be among the objects. */
export function namespace(name: string, labels: Record<string, string> = {}): KubernetesObject {
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
}
