import type {
  VirtualServiceHttp,
  VirtualServiceHttpMatch,
} from "../../../schemas/kinds/networking/virtual-service";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { kindOf } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { canaryName } from "../model/canaries";
import { isExported } from "../model/services";
import { slip } from "../slip";
import { quoted } from "../words";

interface Reference {
  path: string;
  namespace: string;
  name: string;
  /** Matches of the route that hands over. */
  match: readonly VirtualServiceHttpMatch[];
}

type Uri = VirtualServiceHttpMatch["uri"];

const uriWords = ({ exact, prefix, regex }: NonNullable<Uri>): string =>
  exact !== undefined
    ? `the path ${quoted(exact)}`
    : prefix !== undefined
      ? `the prefix ${quoted(prefix)}`
      : `the pattern ${quoted(regex ?? "")}`;

/** Whether istiod takes a path of a delegate for one that the route which hands over takes too. */
function isWithin(leaf: Uri, root: Uri): boolean {
  if (leaf === undefined || root === undefined) {
    return true;
  }
  if (leaf.regex !== undefined || root.regex !== undefined) {
    return false;
  }
  if (root.exact !== undefined) {
    return leaf.exact === root.exact;
  }
  return (leaf.exact ?? leaf.prefix ?? "").startsWith(root.prefix ?? "");
}

/** Routes of a delegate that istiod leaves out, as one of their matches is for paths that are not handed over. */
function* leftOut(
  { path, match, name, namespace }: Reference,
  http: readonly VirtualServiceHttp[],
): Iterable<{ path: string; message: string }> {
  for (const [i, { match: own = [] }] of http.entries()) {
    const outside = own.find(({ uri }) => !match.some((root) => isWithin(uri, root.uri)));
    if (match.length > 0 && outside?.uri !== undefined) {
      const roots = match.flatMap(({ uri }) => (uri === undefined ? [] : [uriWords(uri)]));
      yield {
        path,
        message: `spec.http[${i}] of VirtualService ${name} of namespace ${namespace} is left out: ${uriWords(outside.uri)} is not within ${roots.join(" or ")}, which is what is handed over`,
      };
    }
  }
}

function* judge(mesh: Mesh, root: string, reference: Reference): Iterable<Verdict> {
  const { path, namespace, name } = reference;
  const found = mesh.set.find(Kind.VirtualService, namespace, name);
  if (found === undefined) {
    const canaries = mesh.set.inNamespace(namespace).filter(({ id }) => kindOf(id) === Kind.Canary);
    if (canaries.some((canary) => canaryName(canary) === name)) {
      return;
    }
    const names = mesh.set
      .inNamespace(namespace)
      .flatMap(({ id }) => (kindOf(id) === Kind.VirtualService ? [id.name] : []));
    const { hint, fix } = slip(path, name, names);
    yield namespace !== root && !mesh.set.has(Kind.VirtualService, namespace)
      ? { path, notDeclared: `VirtualService ${name}.${namespace}` }
      : {
          path,
          message: `there is no VirtualService ${name} in namespace ${namespace}${hint}`,
          ...fix,
        };
    return;
  }
  const { hosts, exportTo, isDelegate } = mesh.routesOf(found.id);
  const related = [found.id];
  if (!isDelegate) {
    yield {
      path,
      message: `VirtualService ${name} of namespace ${namespace} has hosts of its own (${hosts.map(quoted).join(", ")}), so nothing is handed over to it: a delegate has none`,
      related,
    };
  } else if (!isExported(exportTo, namespace, root)) {
    yield {
      path,
      message: `VirtualService ${name} of namespace ${namespace} is exported to ${quoted(exportTo.join(", "))} only, not to ${root}`,
      related,
    };
  } else {
    for (const one of leftOut(reference, found.spec.http ?? [])) {
      yield { ...one, related };
    }
  }
}

/** A route that is handed over to nothing. */
export const virtualServiceDelegate = check({
  id: "virtual-service-delegate",
  code: "MESH0103",
  aliases: [],
  level: "error",
  kinds: [Kind.VirtualService],
  summary:
    "A route is handed over to a VirtualService that is not there, or that takes none of it.",
  why: "istiod leaves the route out: what it would take is answered with 404, or taken by a later rule.",
  fix: "Name a VirtualService without `hosts` that is exported to this namespace, and let its matches be for paths within those of the route that hands over.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate",
  fires: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: site, namespace: front}
spec:
  hosts: [www.example.com]
  gateways: [edge/public]
  http:
  - match: [{uri: {prefix: /blog}}]
    delegate:
      name: blogg # found
      namespace: blog
  - match: [{uri: {prefix: /shop}}]
    delegate:
      name: shop # found
      namespace: shop
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: blog, namespace: blog}
spec:
  http:
  - route: [{destination: {host: blog.blog.svc.cluster.local, port: {number: 8000}}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec:
  hosts: [shop.example.com]
  http:
  - route: [{destination: {host: shop.shop.svc.cluster.local, port: {number: 8001}}}]
`,
  silent: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: site, namespace: front}
spec:
  hosts: [www.example.com]
  gateways: [edge/public]
  http:
  - match: [{uri: {prefix: /blog}}]
    delegate:
      name: blog
      namespace: blog
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: blog, namespace: blog}
spec:
  exportTo: [front]
  http:
  - route: [{destination: {host: blog.blog.svc.cluster.local, port: {number: 8000}}}]
`,
  *run({ id, spec }, mesh) {
    const { namespace } = id;
    yield* each((spec.http ?? []).entries(), function* ([i, { delegate, match = [] }]) {
      if (delegate?.name) {
        yield* judge(mesh, namespace, {
          path: `spec.http[${i}].delegate.name`,
          namespace: delegate.namespace || namespace,
          name: delegate.name,
          match,
        });
      }
    });
  },
});
