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
}

function* judge(mesh: Mesh, root: string, { path, namespace, name }: Reference): Iterable<Verdict> {
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
  }
}

/** A route that is handed over to nothing. */
export const virtualServiceDelegate = check({
  id: "virtual-service-delegate",
  code: "MESH0103",
  aliases: [],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "A route is handed over to a VirtualService that is not there, or that takes none.",
  why: "istiod leaves the route out: what it would take is answered with 404, or taken by a later rule.",
  fix: "Name a VirtualService without `hosts` that is exported to this namespace.",
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
    yield* each((spec.http ?? []).entries(), function* ([i, { delegate }]) {
      if (delegate?.name) {
        yield* judge(mesh, namespace, {
          path: `spec.http[${i}].delegate.name`,
          namespace: delegate.namespace || namespace,
          name: delegate.name,
        });
      }
    });
  },
});
