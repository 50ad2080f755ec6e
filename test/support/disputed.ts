import type { Declared } from "../../analysis/mesh/declared-set";
import { type Fields, fields, list, text, texts } from "../../analysis/mesh/fields";
import { Kind } from "../../analysis/mesh/kinds";
import type { Mesh } from "../../analysis/mesh/mesh";
import { selects } from "../../analysis/mesh/model/selector";
import { known } from "../../analysis/mesh/not-judged";
import type { MeshFinding } from "../../analysis/mesh/run-checks";
import { checkObject } from "../../analysis/objects/check";
import { injectionLabel } from "../../values/known-names";
import { fullName } from "../../values/service-host";

/** A place in which one side says something of an object and the other does not. */
export interface Disputed {
  code: string;
  object: Declared;
  mesh: Mesh;
  /** What our checks say of the object, whatever the code. */
  told: readonly MeshFinding[];
  /** Our own findings of the code; none where it is what we do not say. */
  findings: readonly MeshFinding[];
  /** Whether a check of the code says that it could not judge the object. */
  unjudged: boolean;
}

export const specOf = ({ source }: Pick<Declared, "source">) => fields(source.spec);
export const names = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const labelsOf = (selector: unknown) => texts(fields(selector).matchLabels ?? selector);

export const hasTarget = ({ object }: Disputed): boolean =>
  specOf(object).targetRef !== undefined || specOf(object).targetRefs !== undefined;

/** A selector that is there, and takes everything. */
export function hasEmptySelector({ object, mesh }: Disputed): boolean {
  const selectors = [object, ...mesh.set.all(Kind.Telemetry)].map((one) => specOf(one).selector);
  return selectors.some(
    (selector) => selector !== undefined && Object.keys(labelsOf(selector)).length === 0,
  );
}

/** Whether the set has an object of a kind that is not taken: by its definition or by istiod's webhook. */
export const hasRefused =
  (...kinds: Kind[]) =>
  ({ mesh }: Disputed): boolean =>
    kinds.some((kind) =>
      mesh.set.all(kind).some(({ source }) => checkObject(source).some(isError)),
    );

const isError = ({ level }: { level: string }): boolean => level === "error";

/** Servers of Gateways, each with what it is found by. */
const serversOf = (object: Pick<Declared, "source">) =>
  list(specOf(object).servers).map(({ port, hosts, tls }) => ({
    port: fields(port).number,
    hosts: names(hosts),
    credential: fields(tls).credentialName,
  }));

const otherGateways = ({ object, mesh }: Disputed) =>
  mesh.set.all(Kind.Gateway).filter(({ id }) => id !== object.id);

/** Whether no host of a Gateway stands letter by letter in another one with the very same selector. */
export const sharesNoTextOfHosts = (disputed: Disputed): boolean =>
  !otherGateways(disputed)
    .filter((other) => selectorText(other) === selectorText(disputed.object))
    .flatMap(serversOf)
    .some(({ port, hosts }) =>
      serversOf(disputed.object).some(
        (own) => own.port === port && own.hosts.some((host) => hosts.includes(host)),
      ),
    );

const selectorText = (object: Pick<Declared, "source">): string =>
  JSON.stringify(Object.entries(texts(specOf(object).selector)).sort());

/** Whether the certificate of a server is at no other Gateway's server with the same port. */
export const sharesNoCertificateAtPort = (disputed: Disputed): boolean =>
  !otherGateways(disputed)
    .flatMap(serversOf)
    .some(({ port, credential }) =>
      serversOf(disputed.object).some(
        (own) => own.port === port && own.credential === credential && credential !== undefined,
      ),
    );

/** Namespaces of the Pods that a Gateway selects. */
export const placesOfPods = ({ object, mesh }: Disputed): Set<string> =>
  new Set(
    mesh.workloads
      .filter(({ labels }) => selects(texts(specOf(object).selector), labels))
      .map(({ namespace }) => namespace),
  );

export const subsetsOf = ({ object }: Disputed) => list(specOf(object).subsets);

/** Whether the Pods of a subset are there, though they are of another Service or namespace. */
export const hasPodsElsewhere = (disputed: Disputed): boolean =>
  subsetsOf(disputed).some(({ labels }) =>
    disputed.mesh.workloads.some((workload) => selects(texts(labels), workload.labels)),
  );

/** Whether a Secret that a Gateway names is one that cert-manager writes. */
export function hasIssuedCredential({ object, mesh }: Disputed): boolean {
  const issued = mesh.set.all(Kind.Certificate).map((one) => specOf(one).secretName);
  return serversOf(object).some(({ credential }) => issued.includes(credential));
}

/** Whether the namespace is one of those that istiod leaves to Kubernetes. */
export const isKubernetesOwn = ({ object }: Disputed): boolean =>
  ["kube-system", "kube-public", "kube-node-lease", "local-path-storage"].includes(
    object.id.namespace,
  );

/** Whether a namespace is in the mesh by the label that names no revision. */
export const isInjectedByName = ({ object, mesh }: Disputed): boolean =>
  mesh.namespaces.get(object.id.namespace)?.labels[injectionLabel] === "enabled";

export const isClosedToInjection = ({ object, mesh }: Disputed): boolean =>
  mesh.namespaces.get(object.id.namespace)?.labels[injectionLabel] === "disabled";

/** Hosts of all destinations of a VirtualService. */
const destinationHosts = ({ object, mesh }: Disputed): string[] =>
  object.id.kind === "VirtualService"
    ? (known(() => mesh.routesOf(object.id).destinations) ?? []).map(({ host }) => host)
    : [];

/** Whether a route leads to a host of which there are several ServiceEntries. */
export const leadsToSeveralEntries = (disputed: Disputed): boolean =>
  destinationHosts(disputed).some((host) => {
    const entries = disputed.mesh.hosts
      .named(host)
      .filter(({ source }) => source.id.kind === "ServiceEntry");
    return new Set(entries.map(({ source }) => source.id)).size > 1;
  });

/** Whether a route leads to a Service without ports, which the API server refuses. */
export const leadsToPortless = (disputed: Disputed): boolean =>
  destinationHosts(disputed).some((host) =>
    disputed.mesh.hosts
      .named(host)
      .some(({ source, ports }) => source.id.kind === "Service" && ports.length === 0),
  );

/** Whether a route leads to a Service that Flagger makes of a Canary. */
export const leadsToCanary = (disputed: Disputed): boolean =>
  destinationHosts(disputed).some((host) =>
    disputed.mesh.hosts.named(host).some(({ source }) => source.id.kind === "Canary"),
  );

/** Whether a selector has values where there can be none. */
export const hasIdleValues = ({ mesh }: Disputed): boolean =>
  mesh.set
    .all(Kind.MutatingWebhook)
    .flatMap(webhooksOf)
    .flatMap(({ namespaceSelector, objectSelector }) => [namespaceSelector, objectSelector])
    .flatMap((selector) => list(fields(selector).matchExpressions))
    .some(({ operator, values }) => /Exist/.test(String(operator)) && list(values).length > 0);

export const webhooksOf = ({ source }: Pick<Declared, "source">) => list(source.webhooks);

export const isInjectors = (webhook: Fields): boolean =>
  text(webhook.name)?.endsWith("istio.io") === true;

export const hasInjector = ({ mesh }: Disputed): boolean =>
  mesh.set.all(Kind.MutatingWebhook).flatMap(webhooksOf).some(isInjectors);

/** Whether an object's own hosts have several ports under one number. */
export const hasPortTwice = ({ mesh }: Disputed): boolean =>
  mesh.set.all(Kind.Service).some((service) => {
    const ports = list(specOf(service).ports).map(({ port }) => port);
    return new Set(ports).size < ports.length;
  });

/** Two VirtualServices of different namespaces that write one short host. */
export function writesShortHost({ object }: Disputed): boolean {
  const hosts = list(specOf(object).http)
    .flatMap(({ route }) => list(route))
    .map(({ destination }) => text(fields(destination).host) ?? "");
  return hosts.some((host) => !host.includes("."));
}

/** Whether the host of a DestinationRule is a Service whose Pods nobody knows. */
export function hasNoSelector({ object, mesh }: Disputed): boolean {
  const host = fullName(text(specOf(object).host) ?? "", object.id.namespace);
  return mesh.hosts.covering(host).some(({ selector }) => selector === undefined);
}
