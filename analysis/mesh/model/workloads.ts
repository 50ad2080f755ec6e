import type { GatewaySpec as ApiGatewaySpec } from "../../../schemas/kinds/gateway/gateway";
import {
  ambientRedirection,
  dataplaneModeLabel,
  gatewayNameLabel,
  injectionLabel,
  managedLabel,
  podInjectionLabel,
  revisionLabel,
  templatesAnnotation,
  waypointClass,
} from "../../../values/known-names";
import type { Declared, DeclaredSet } from "../declared-set";
import { type Fields, fields, list, number, text, texts } from "../fields";
import { Kind } from "../kinds";
import { lazy } from "../lazy";
import type { DataPlaneMode, Namespace } from "./namespaces";
import type { Labels } from "./selector";

/** A port that a container says it listens on. */
export interface ContainerPort {
  readonly name: string | undefined;
  readonly port: number;
  readonly protocol: string;
}

/** What runs Pods, or stands for a machine outside: anything that labels choose. */
export interface Workload {
  readonly source: Declared;
  /** Path of the labels in the source. */
  readonly labelsPath: string;
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly serviceAccount: string;
  readonly mode: DataPlaneMode;
  /**
   * Whether it is certain that no part of the mesh stands before its Pods: its namespace is declared, or the
   * Pods say so themselves.
   */
  readonly outside: boolean;
  /** Whether the proxy is the workload: a gateway or a waypoint. */
  readonly gateway: "chart" | "api" | "waypoint" | undefined;
  readonly ports: readonly ContainerPort[];
  /** Template of the Pods, for what is read rarely. */
  readonly pod: Fields;
  /** Undefined where the kind has no number of Pods, or an autoscaler decides. */
  readonly replicas: number | undefined;
}

/** Kinds with a Pod template, and where it is. */
const templates: readonly (readonly [kind: Kind, path: readonly string[]])[] = [
  [Kind.Deployment, ["spec", "template"]],
  [Kind.StatefulSet, ["spec", "template"]],
  [Kind.DaemonSet, ["spec", "template"]],
  [Kind.ReplicaSet, ["spec", "template"]],
  [Kind.Rollout, ["spec", "template"]],
  [Kind.Job, ["spec", "template"]],
  [Kind.CronJob, ["spec", "jobTemplate", "spec", "template"]],
  [Kind.Pod, []],
];

/** Kinds that run Pods. */
export const podKinds: readonly Kind[] = templates.map(([kind]) => kind);

const at = (object: unknown, path: readonly string[]): Fields =>
  fields(path.reduce((value, key) => fields(value)[key], object));

/** Whether a Gateway of this class is a waypoint. */
export const isWaypointClass = (name: string): boolean => name === waypointClass;

function gatewayKind(labels: Labels, annotations: Labels): Workload["gateway"] {
  if (labels[gatewayNameLabel] !== undefined) {
    return labels[managedLabel] === "istio.io-mesh-controller" ? "waypoint" : "api";
  }
  const wanted = annotations[templatesAnnotation] ?? "";
  const istio = labels.istio ?? "";
  return wanted.split(",").includes("gateway") || istio.endsWith("gateway") ? "chart" : undefined;
}

/** Name of the container that a sidecar is. */
export const proxyContainer = "istio-proxy";

/** Whether Pods bring the proxy along. */
const bringsProxy = (pod: Fields): boolean =>
  [...list(fields(pod.spec).containers), ...list(fields(pod.spec).initContainers)].some(
    ({ name, image }) => name === proxyContainer && text(image) !== undefined && image !== "auto",
  );

/** Labels of the Pod win over those of its namespace. */
function modeOf(pod: Fields, namespace: Namespace | undefined): DataPlaneMode {
  const metadata = fields(pod.metadata);
  const labels = texts(metadata.labels);
  const written = labels[podInjectionLabel] ?? texts(metadata.annotations)[podInjectionLabel];
  // Webhooks look at labels: where the namespace is none of theirs, the annotation asks nobody.
  const isAsked = labels[podInjectionLabel] !== undefined || namespace?.declared !== true;
  const inject = written === "true" && !isAsked ? undefined : written;
  const spec = fields(pod.spec);
  const ambient = labels[dataplaneModeLabel] ?? namespace?.labels[dataplaneModeLabel];
  // No injector is asked about a namespace that is labelled so, whatever its Pods say.
  const closed = namespace?.labels[injectionLabel] === "disabled";
  const injected =
    (inject === "true" && !closed) ||
    (inject !== "false" && namespace?.mode === "sidecar") ||
    (inject === undefined && labels[revisionLabel] !== undefined && !closed);
  if ((injected && spec.hostNetwork !== true) || bringsProxy(pod)) {
    return "sidecar";
  }
  if (texts(metadata.annotations)[ambientRedirection] === "enabled") {
    return "ambient";
  }
  return ambient === "ambient" && spec.hostNetwork !== true ? "ambient" : "none";
}

/** Whether Pods say themselves that nothing of the mesh stands before them. */
function staysOut(pod: Fields): boolean {
  const metadata = fields(pod.metadata);
  const labels = texts(metadata.labels);
  const inject = labels[podInjectionLabel] ?? texts(metadata.annotations)[podInjectionLabel];
  return (
    fields(pod.spec).hostNetwork === true ||
    (inject === "false" && labels[dataplaneModeLabel] === "none")
  );
}

function containerPorts(pod: Fields): ContainerPort[] {
  return [...list(fields(pod.spec).containers), ...list(fields(pod.spec).initContainers)]
    .flatMap(({ ports }) => list(ports))
    .map(({ name, containerPort, protocol }) => ({
      name: text(name),
      port: number(containerPort) ?? 0,
      protocol: text(protocol) ?? "TCP",
    }));
}

function templated(
  source: Declared,
  path: readonly string[],
  namespaces: ReadonlyMap<string, Namespace>,
): Workload {
  const { namespace, name } = source.id;
  const pod = lazy(() => at(source.object, path));
  const metadata = lazy(() => fields(pod().metadata));
  const labels = lazy(() => texts(metadata().labels));
  const annotations = lazy(() => texts(metadata().annotations));
  const mode = lazy(() => modeOf(pod(), namespaces.get(namespace)));
  const ports = lazy(() => containerPorts(pod()));
  const gateway = lazy(() => gatewayKind(labels(), annotations()));
  return {
    source,
    labelsPath: [...path, "metadata", "labels"].join("."),
    namespace,
    name,
    get labels() {
      return labels();
    },
    get annotations() {
      return annotations();
    },
    get serviceAccount() {
      return text(fields(pod().spec).serviceAccountName) ?? "default";
    },
    get mode() {
      return mode();
    },
    get outside() {
      const declared = namespaces.get(namespace)?.declared === true;
      return mode() === "none" && this.gateway === undefined && (declared || staysOut(pod()));
    },
    get gateway() {
      return gateway();
    },
    get ports() {
      return ports();
    },
    get pod() {
      return pod();
    },
    get replicas() {
      return number(fields(source.object.spec).replicas);
    },
  };
}

/** A machine outside, which has a sidecar of its own. */
function machine(source: Declared<Fields>, labels: Labels, account: unknown): Workload {
  return {
    source,
    labelsPath: "spec.labels",
    namespace: source.id.namespace,
    name: source.id.name,
    labels: { ...source.labels, ...labels },
    annotations: source.annotations,
    serviceAccount: text(account) ?? "default",
    mode: "sidecar",
    outside: false,
    gateway: undefined,
    ports: [],
    pod: {},
    replicas: undefined,
  };
}

/** The Pods that istiod runs for a Gateway of the Gateway API: nobody declares them. */
function ofApiGateway(source: Declared<ApiGatewaySpec>): Workload | undefined {
  const { gatewayClassName, addresses, infrastructure } = source.spec;
  if (
    !["istio", "istio-east-west", waypointClass].includes(gatewayClassName) ||
    addresses?.length
  ) {
    return undefined;
  }
  const { namespace, name } = source.id;
  const waypoint = gatewayClassName !== "istio";
  return {
    source,
    labelsPath: "metadata.name",
    namespace,
    name: waypoint ? name : `${name}-${gatewayClassName}`,
    labels: { ...source.labels, ...infrastructure?.labels, [gatewayNameLabel]: name },
    annotations: { ...source.annotations, ...infrastructure?.annotations },
    serviceAccount: waypoint ? name : `${name}-${gatewayClassName}`,
    mode: "none",
    outside: false,
    gateway: waypoint ? "waypoint" : "api",
    ports: [],
    pod: {},
    replicas: undefined,
  };
}

/** Every workload that is declared, and those that istiod makes of what is declared. */
export function workloadsOf(
  set: DeclaredSet,
  namespaces: ReadonlyMap<string, Namespace>,
): Workload[] {
  return [
    ...templates.flatMap(([kind, path]) =>
      set.all(kind).map((source) => templated(source, path, namespaces)),
    ),
    ...set.accepted(Kind.WorkloadEntry).map((source) => {
      const { labels = {}, serviceAccount } = source.spec;
      return machine(source as Declared<never>, labels, serviceAccount);
    }),
    ...set.accepted(Kind.WorkloadGroup).map((source) => {
      const { metadata, template } = source.spec;
      const labels = { ...metadata?.labels, ...template.labels };
      return machine(source as Declared<never>, labels, template.serviceAccount);
    }),
    ...set.accepted(Kind.ApiGateway).flatMap((source) => ofApiGateway(source) ?? []),
  ];
}
