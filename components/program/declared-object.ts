import * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { isKnown } from "../../arguments/when-known";
import {
  dataplaneModeLabel,
  gatewayApi,
  ingressUseWaypointLabel,
  injectionLabel,
  podSecurityLabel,
  revisionLabel,
} from "../../values/known-names";
import { type GroupKind, kubernetesType } from "../../values/kubernetes-type";
import { broughtDefinitions } from "./brought-definitions";
import { type DeclaredObject, nameClaim } from "./claim-object";
import { clusterOf } from "./cluster";
import { currentProgram } from "./current-program";
import { meshPart } from "./declared-mesh-object";
import type { NamespaceFact, WorkloadFact } from "./facts/namespace-facts";
import type { ServiceFact, ServicePortFact } from "./facts/service-facts";
import { labelledWaypoint } from "./named-waypoint";
import { type Claim, fact, type Part } from "./part";
import { type Fields, fields, list } from "./plain-fields";
import { waypointOf } from "./waypoint-label";

/** Those fields whose values are plain text or numbers. */
const plainFields = (value: unknown): Fields =>
  Object.fromEntries(
    Object.entries(fields(value)).filter(([, one]) => ["string", "number"].includes(typeof one)),
  );

const isPlain = (value: unknown): boolean =>
  Object.values(fields(value)).every((one) => isKnown(one));

/** A port of which a part arrives later is left out: with half of it, nobody could do what it does. */
function servicePorts(spec: Fields): ServicePortFact[] {
  return list(spec.ports)
    .filter(isPlain)
    .map(plainFields)
    .filter(({ port }) => typeof port === "number")
    .map((port) => port as unknown as ServicePortFact);
}

/** What a Service says of itself, as far as it is plain. */
export function serviceFact(props: { metadata?: unknown; spec?: unknown }): ServiceFact {
  const { labels, annotations } = fields(props.metadata);
  const spec = fields(props.spec);
  const ports = servicePorts(spec);
  const isWhole = isKnown(spec.ports) && ports.length === list(spec.ports).length;
  return {
    ports,
    ...(!isWhole && { portsArriveLater: true }),
    ...(spec.selector !== undefined && {
      selector: plainFields(spec.selector) as Record<string, string>,
    }),
    declared: { labels, annotations, spec: props.spec },
  };
}

/** Where a Service is, as far as it is plain. */
function placed(
  namespace: pulumi.Input<string>,
  name: pulumi.Input<string>,
): Pick<ServiceFact, "place"> {
  const [where, what] = [recall(namespace), recall(name)];
  return where === undefined || what === undefined
    ? {}
    : { place: { namespace: where, name: what } };
}

/** What a Deployment or StatefulSet says of its Pods, as far as it is plain. */
export function workloadFact(
  namespace: pulumi.Input<string>,
  { spec }: { spec?: unknown },
): WorkloadFact {
  const { replicas, template } = fields(spec);
  const { labels } = fields(fields(template).metadata);
  return {
    namespace: recall(namespace) ?? "",
    labels: plainFields(labels) as Record<string, string>,
    ...(typeof replicas === "number" && { replicas }),
  };
}

function namespaceFact(props: Fields, name: string): NamespaceFact {
  const labels = plainFields(fields(props.metadata).labels) as Record<string, string>;
  const waypoint = waypointOf(fields(props.metadata).labels, name);
  const sidecar = labels[injectionLabel] === "enabled" || labels[revisionLabel] !== undefined;
  const ambient = labels[dataplaneModeLabel] === "ambient";
  const podSecurity = labels[podSecurityLabel];
  // Istio's own label wins over that of a revision.
  const revision = labels[injectionLabel] === "enabled" ? undefined : labels[revisionLabel];
  return {
    ...(sidecar
      ? { mode: "sidecar", revision: revision ?? "default" }
      : ambient
        ? { mode: "ambient" }
        : {}),
    ...(labels[injectionLabel] === "disabled" && { injectsNothing: true }),
    ...(waypoint && { waypoint }),
    ...(labels[ingressUseWaypointLabel] === "true" && { ingressUseWaypoint: true }),
    ...(podSecurity !== undefined && { podSecurity }),
    createdBy: `Namespace ${JSON.stringify(name)}`,
  };
}

/** What an object of Kubernetes that a program makes without a component says to the components. */
function partOf(type: string, props: Fields): Part | undefined {
  const {
    name,
    namespace = "default",
    labels,
  } = fields(props.metadata) as {
    name?: string;
    namespace?: string;
    labels?: unknown;
  };
  if (name === undefined) {
    return undefined;
  }
  const path = "metadata.labels";
  switch (type) {
    case "kubernetes:core/v1:Service":
      return {
        facts: [
          fact({
            topic: "service",
            key: [namespace, name],
            value: { ...serviceFact(props), ...placed(namespace, name) },
            path: "spec",
          }),
        ],
        ...labelledWaypoint(labels, namespace, "services", path),
      };
    case "kubernetes:apps/v1:Deployment":
    case "kubernetes:apps/v1:StatefulSet":
      return {
        facts: [
          fact({
            topic: "workload",
            key: [namespace, name],
            value: workloadFact(namespace, props),
            path: "spec.replicas",
          }),
        ],
      };
    case "kubernetes:core/v1:Namespace":
      return {
        facts: [
          fact({
            topic: "namespace",
            key: [name],
            value: namespaceFact(props, name),
            path: "metadata",
          }),
        ],
        ...labelledWaypoint(labels, name, "namespace", path),
      };
    default:
      return undefined;
  }
}

/** Kinds of which components make objects too: a second one of a name is the same object. */
const isClaimed = ({ group, kind }: GroupKind): boolean =>
  group === "core" ? kind === "Service" : group.endsWith(".istio.io") || group === gatewayApi;

function nameClaims(type: string, { metadata }: Fields): Claim[] {
  const known = kubernetesType(type);
  return known && isClaimed(known) ? nameClaim(known, metadata as DeclaredObject["metadata"]) : [];
}

/** Tells the program of objects that it makes without a component. */
const watch: pulumi.ResourceTransformation = ({ resource, type, name, props, opts }) => {
  const { id, parent, import: imported } = opts as pulumi.CustomResourceOptions;
  const program = currentProgram();
  if (id === undefined) {
    const cluster = clusterOf(opts);
    program.register({
      resource,
      type,
      name,
      parent,
      props: fields(props),
      cluster,
      ...(imported !== undefined && { imported: true }),
    });
  } else if (typeof id === "string") {
    program.reads.push({ kind: type.split(":").pop() ?? "", id });
  }
  const kind = type.split(":").pop();
  const component = program.member(parent);
  const member = component ?? {
    owner: `${kind} ${JSON.stringify(name)}`,
    cluster: clusterOf(opts),
  };
  const said =
    partOf(type, fields(props)) ?? meshPart(type, member.owner, fields(props), program.view(opts));
  const names = id === undefined ? nameClaims(type, fields(props)) : [];
  const brought = broughtDefinitions(type, member.owner, fields(props));
  program.join(
    member,
    component
      ? { claims: names }
      : {
          ...said,
          claims: [...names, ...(said.claims ?? [])],
          facts: [...(said.facts ?? []), ...brought],
        },
  );
  return undefined;
};

const watched = new WeakSet<pulumi.Resource>();

/** From now on; what a program made before its first component, and before the import, is not seen. */
export function watchProgram(): void {
  const stack = pulumi.runtime.getStackResource();
  if (stack && !watched.has(stack)) {
    watched.add(stack);
    pulumi.runtime.registerStackTransformation(watch);
  }
}
