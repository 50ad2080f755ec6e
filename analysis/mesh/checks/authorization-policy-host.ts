import { didYouMean } from "../../../values/closest";
import { serviceOfHost } from "../../../values/service-host";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { operationValues, type PolicyValue } from "../model/policy-values";
import { Thing } from "../scope";

/** Namespace and name of the Service that a host of a request stands for; nothing for hosts of the world. */
function serviceNamed(value: string, namespace: string, mesh: Mesh) {
  const [host = ""] = value.split(":");
  const [name = "", place, ...rest] = host.split(".");
  if (host.includes("*")) {
    return undefined;
  }
  const short = rest.length === 0 && (place === undefined || mesh.namespaces.has(place));
  return short ? ([place ?? namespace, name] as const) : serviceOfHost(host);
}

const namesIn = (mesh: Mesh, namespace: string): string[] =>
  mesh.hosts.all
    .filter((host) => host.namespace === namespace)
    .map(({ host }) => serviceOfHost(host)?.[1] ?? host);

function* judge({ value, path }: PolicyValue, own: string, mesh: Mesh): Iterable<Verdict> {
  const [namespace, name] = serviceNamed(value, own, mesh) ?? [];
  if (namespace === undefined || name === undefined) {
    return;
  }
  const full = mesh.fullName(name, namespace);
  if (mesh.hosts.covering(full).length > 0 || mesh.hosts.named(value).length > 0) {
    return;
  }
  if (!mesh.speaksFor(Thing.Service, namespace, name)) {
    yield { path, notDeclared: `Service ${name}.${namespace}` };
    return;
  }
  yield {
    path,
    message: `${JSON.stringify(value)}: there is no Service ${name} in namespace ${namespace}${didYouMean(name, namesIn(mesh, namespace))}`,
  };
}

/** A policy for requests to a host that is no Service. */
export const authorizationPolicyHost = check({
  id: "authorization-policy-host",
  code: "KIA0104",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary: "An AuthorizationPolicy names a host that is called like a Service and is none.",
  why: "No request asks for it, so that the operation takes none.",
  fix: "Write the host that clients ask for, as it stands in their requests.",
  url: "https://kiali.io/docs/features/validations/#kia0104---this-host-has-no-matching-entry-in-the-service-registry",
  fires: `apiVersion: v1
kind: Service
metadata: {name: ratings, namespace: films}
spec: {ports: [{port: 9080, name: http}], selector: {app: ratings}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ratings, namespace: films}
spec:
  rules:
  - to:
    - operation:
        hosts:
        - ratings.films.svc.cluster.local:9080
        - rating.films # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: ratings, namespace: films}
spec: {ports: [{port: 9080, name: http}], selector: {app: ratings}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ratings, namespace: films}
spec:
  rules:
  - to:
    - operation:
        hosts: [ratings, "ratings:9080", ratings.films, "*.example.com", films.example.com, api.info]
`,
  *run({ id, spec }, mesh) {
    const hosts = operationValues(spec, ["hosts", "notHosts"]);
    yield* each(hosts, (one) => judge(one, id.namespace, mesh));
  },
});
