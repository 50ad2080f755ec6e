import { type Fields, fields, list } from "../../analysis/mesh/fields";
import { groupOf, type KubernetesObject } from "../../analysis/mesh/kubernetes-object";
import {
  ambientRedirection,
  dataplaneModeLabel,
  gatewayNameLabel,
  injectionLabel,
  podInjectionLabel,
  revisionLabel,
} from "../../values/known-names";

const ofSpec = ({ template }: Fields): Fields => fields(template);

/** Where workloads have the template of their Pods. */
const templates: Readonly<Record<string, (spec: Fields) => Fields>> = {
  Deployment: ofSpec,
  StatefulSet: ofSpec,
  DaemonSet: ofSpec,
  ReplicaSet: ofSpec,
  Rollout: ofSpec,
  Job: ofSpec,
  CronJob: ({ jobTemplate }) => fields(fields(fields(jobTemplate).spec).template),
};

const madeName = new RegExp(`^(.+)-of-(${Object.keys(templates).join("|")}|Gateway)$`);

const proxy = { name: "istio-proxy", image: "docker.io/istio/proxyv2:1.31.0" };

const pod = (name: string, namespace: unknown, metadata: Fields, spec: unknown) =>
  ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { ...metadata, name, namespace },
    spec,
  }) as KubernetesObject;

/** The Pod of a Gateway of the Gateway API, as istiod's controller makes it. */
function ofGateway({ apiVersion, metadata, spec }: KubernetesObject): KubernetesObject[] {
  const { gatewayClassName, infrastructure, addresses } = fields(spec);
  const own = groupOf(apiVersion) === "gateway.networking.k8s.io";
  if (!own || !/^istio(?:-waypoint|-east-west)?$/.test(String(gatewayClassName)) || addresses) {
    return [];
  }
  const labels = {
    ...fields(metadata.labels),
    ...fields(fields(infrastructure).labels),
    [gatewayNameLabel]: metadata.name,
  };
  return [
    pod(
      `${String(metadata.name)}-of-Gateway`,
      metadata.namespace,
      { labels },
      { containers: [proxy] },
    ),
  ];
}

/** A Pod as the controller of a workload makes it. */
function podsOf(object: KubernetesObject): KubernetesObject[] {
  const { kind, metadata, spec } = object;
  if (kind === "Gateway") {
    return ofGateway(object);
  }
  const template = templates[kind]?.(fields(spec));
  return template === undefined
    ? []
    : [
        pod(
          `${String(metadata.name)}-of-${kind}`,
          metadata.namespace,
          fields(template.metadata),
          template.spec,
        ),
      ];
}

/** Whether a webhook puts a proxy into a new Pod. */
function isInjected({ metadata }: KubernetesObject, namespace: Fields): boolean {
  const own =
    fields(metadata.labels)[podInjectionLabel] ?? fields(metadata.annotations)[podInjectionLabel];
  const enabled = namespace[injectionLabel];
  const revision = enabled === undefined && namespace[revisionLabel] !== undefined;
  return own === undefined ? enabled === "enabled" || revision : own === "true";
}

/** A Pod as it runs: with the proxy that the webhook puts in, or marked as ztunnel's by the node's agent. */
function running(object: KubernetesObject, namespace: Fields): KubernetesObject {
  const { metadata } = object;
  const spec = fields(object.spec);
  const containers = list(spec.containers);
  const others = containers.filter(({ name }) => name !== proxy.name);
  if (spec.hostNetwork !== true && isInjected(object, namespace)) {
    return { ...object, spec: { ...spec, containers: [...others, proxy] } };
  }
  const mode = fields(metadata.labels)[dataplaneModeLabel] ?? namespace[dataplaneModeLabel];
  if (mode !== "ambient" || others.length < containers.length) {
    return object;
  }
  const annotations = { ...fields(metadata.annotations), [ambientRedirection]: "enabled" };
  return { ...object, metadata: { ...metadata, annotations } as KubernetesObject["metadata"] };
}

/** A Service with the protocols that the API server fills in. */
function filled(object: KubernetesObject): KubernetesObject {
  if (object.kind !== "Service" || object.apiVersion !== "v1") {
    return object;
  }
  const spec = fields(object.spec);
  const ports = list(spec.ports).map((port) => ({ ...port, protocol: port.protocol ?? "TCP" }));
  return { ...object, spec: { ...spec, ports } };
}

/**
 * A declared set as a cluster has it when everything runs: with a Pod for each workload and each Gateway of the
 * Gateway API.
 */
export function inCluster(objects: readonly KubernetesObject[]): KubernetesObject[] {
  const labels = new Map(
    objects
      .filter(({ kind }) => kind === "Namespace")
      .map(({ metadata }) => [metadata.name, fields(metadata.labels)]),
  );
  return [...objects, ...objects.flatMap(podsOf)].map((object) =>
    object.kind === "Pod"
      ? running(object, labels.get(object.metadata.namespace ?? "") ?? {})
      : filled(object),
  );
}

/** Messages about Pods that a workload's template is wrong in. */
const ofTemplate = /^IST0(?:107|108|125|135) /;

/** A message of the cluster as one of the declared set; nothing where it is of what has been added alone. */
export function declaredMessage(message: string): string | undefined {
  const [code = "", kind, ...words] = message.split(" ");
  const [, name, of] = (kind === "Pod" && madeName.exec(words.join(" "))) || [];
  if (name === undefined) {
    return message;
  }
  return ofTemplate.test(message) ? `${code} ${of} ${name}` : undefined;
}
