import { slipOf } from "../../values/closest";
import { isOfEnvironment } from "../../values/environment";
import { isOfClusterSet, serviceOfHost } from "../../values/service-host";
import type { Found, NotDeclared } from "./check";
import type { Mesh } from "./mesh";
import { isExported } from "./model/services";
import { namespaceNames } from "./namespace-names";
import { Thing } from "./scope";
import { slip } from "./slip";
import { listed, quoted } from "./words";

/** A host as an object names it. */
export interface HostReference {
  /** Path of the host in the object. */
  path: string;
  /** As it is written. */
  written: string;
  /** In full. */
  host: string;
  /** Namespace of the object. */
  namespace: string;
  /** Namespaces whose clients are to see the host. */
  viewers: readonly string[];
}

/** Namespaces that an object is read in; those of everybody are told by its own. */
export const viewersOf = (exportTo: readonly string[], namespace: string): readonly string[] =>
  exportTo.includes("*")
    ? [namespace]
    : exportTo.map((name) => (name === "." ? namespace : name)).filter((name) => name !== "~");

/**
 * The full name of the Service that is meant by a name with its namespace, such as `reviews.shop`: DNS
 * knows it, Istio takes it for a host outside. Nothing where there is such a host, or no such Service
 * nor namespace.
 */
export function meantService(mesh: Mesh, host: string): string | undefined {
  const [name = "", namespace, svc, ...more] = host.split(".");
  const isForm = namespace !== undefined && (svc === undefined || svc === "svc");
  if (!isForm || isOfClusterSet(host) || mesh.hosts.covering(host).length > 0) {
    return undefined;
  }
  const full = mesh.fullName(name, namespace);
  const isKnown =
    mesh.hosts.named(full).length > 0 || (more.length === 0 && mesh.namespaces.has(namespace));
  return isKnown && full !== host ? full : undefined;
}

function hiddenFrom({ path, written, viewers }: HostReference, mesh: Mesh, host: string): Found {
  const [first] = mesh.hosts.covering(host);
  return {
    path,
    message: `${quoted(written)}: ${first?.source.id.kind} ${first?.source.id.name} of namespace ${first?.namespace} is exported to ${quoted(listed(first?.exportTo ?? []))} only, which clients in ${listed(viewers)} are not in`,
    related: first ? [first.source.id] : [],
  };
}

function missingService(
  { path, written, namespace }: HostReference,
  mesh: Mesh,
  place: string,
  name: string,
): Found {
  const elsewhere = written.includes(".") ? [] : mesh.hosts.called(name);
  const [only] = elsewhere;
  const problem = `${quoted(written)}: there is no Service ${name} in namespace ${place}`;
  if (only !== undefined) {
    return {
      path,
      message: `${problem}, where a short name is looked for; there is one in ${listed(elsewhere.map((one) => one.namespace))}: write ${quoted(only.host)}`,
      related: elsewhere.map(({ source }) => source.id),
      ...(elsewhere.length === 1 && { fix: { path, value: only.host } }),
    };
  }
  const isShort = place === namespace && !written.includes(".");
  const { hint, fix } = slip(path, name, mesh.hosts.namesIn(place), (meant) =>
    isShort ? meant : mesh.fullName(meant, place),
  );
  return { path, message: problem + hint, ...fix };
}

function outside(
  { path, written, host, namespace }: HostReference,
  mesh: Mesh,
): Found | NotDeclared {
  const message = `${quoted(written)}: no ServiceEntry makes this host known`;
  if (mesh.isExternalHost(host)) {
    return { path, notDeclared: `host ${quoted(written)}` };
  }
  if (mesh.speaksFor(Thing.ServiceEntry, namespace, host)) {
    const hosts = mesh.hosts.all.map(({ host: one }) => one);
    const { hint, fix } = slip(
      path,
      host,
      hosts.filter((one) => !serviceOfHost(one)),
    );
    return { path, message: message + hint, ...fix };
  }
  return mesh.speaksFor(Thing.Service, namespace)
    ? { path, message: `${message}; if another team declares it, say so`, level: "warning" }
    : { path, notDeclared: `host ${quoted(written)}` };
}

/** A Service in a namespace that is not there, and that another namespace has. */
function missingNamespace(
  { path, written }: HostReference,
  mesh: Mesh,
  place: string,
  name: string,
): Found | undefined {
  const elsewhere = mesh.hosts.called(name);
  const isThere =
    mesh.fact(namespaceNames).has(place) || !mesh.speaksFor(Thing.Namespace, place, place);
  if (elsewhere.length === 0 || isThere) {
    return undefined;
  }
  const places = elsewhere.map(({ namespace }) => namespace);
  const meant = slipOf(place, places);
  return {
    path,
    message: `${quoted(written)}: there is no namespace ${place}; there is a Service ${name} in ${listed(places)}`,
    related: elsewhere.map(({ source }) => source.id),
    ...(meant === undefined
      ? { level: "warning" }
      : { fix: { path, value: mesh.fullName(name, meant) } }),
  };
}

/** A short name in a namespace that is declared and has no Services, and that one Service elsewhere has. */
function shortElsewhere(
  { path, written, namespace }: HostReference,
  mesh: Mesh,
  place: string,
  name: string,
): Found | undefined {
  const [only, ...more] = mesh.hosts.called(name);
  const isMeant =
    only !== undefined &&
    more.length === 0 &&
    place === namespace &&
    !written.includes(".") &&
    mesh.namespaces.get(place)?.declared === true &&
    // Another environment has the same Services, and nobody means those.
    !(isOfEnvironment(place) && isOfEnvironment(only.namespace)) &&
    !mesh.isExternal(Thing.Service, place, name);
  return isMeant
    ? {
        path,
        message: `${quoted(written)}: no Service is declared in namespace ${place}, where a short name is looked for; there is one of that name in ${only.namespace}: write ${quoted(only.host)}`,
        related: [only.source.id],
        fix: { path, value: only.host },
        level: "warning",
      }
    : undefined;
}

/** What is wrong with the name of a host, if the mesh does not know it or clients do not see it. */
export function hostProblem(mesh: Mesh, reference: HostReference): Found | NotDeclared | undefined {
  const { host, viewers, path } = reference;
  const all = mesh.hosts.covering(host);
  const seen = (exportTo: readonly string[], from: string) =>
    viewers.some((viewer) => isExported(exportTo, from, viewer));
  if (
    all.some((one) => seen(one.exportTo, one.namespace)) ||
    meantService(mesh, host) !== undefined
  ) {
    return undefined;
  }
  if (all.length > 0) {
    return hiddenFrom(reference, mesh, host);
  }
  const [place, name] = serviceOfHost(host) ?? [];
  if (place === undefined || name === undefined) {
    return outside(reference, mesh);
  }
  return mesh.speaksFor(Thing.Service, place, name)
    ? missingService(reference, mesh, place, name)
    : (missingNamespace(reference, mesh, place, name) ??
        shortElsewhere(reference, mesh, place, name) ?? {
          path,
          notDeclared: `Service ${name}.${place}`,
        });
}
