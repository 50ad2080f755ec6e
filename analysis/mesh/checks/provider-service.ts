import { serviceOfHost } from "../../../values/service-host";
import { check, type Found, type Verdict } from "../check";
import { each } from "../each";
import { type Fields, fields, text } from "../fields";
import { hostProblem, meantService } from "../host-reference";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { isMeshConfig } from "../model/mesh-config";
import { portOfService, serviceOf } from "../model/providers";
import { isUsedProvider } from "../model/telemetry-providers";
import { Thing } from "../scope";
import { listed, portWords, quoted } from "../words";

const path = "data.mesh";

/** The Service of that name which is declared, and in another namespace than the provider says. */
function elsewhere(mesh: Mesh, name: string, host: string): Found | undefined {
  const [namespace = "", service = ""] = serviceOfHost(host) ?? [];
  const others = mesh.isExternal(Thing.Service, namespace, service)
    ? []
    : mesh.hosts.called(service);
  const [only] = others;
  return only === undefined
    ? undefined
    : {
        path,
        message: `provider ${name}: no Service ${service} is declared in namespace ${namespace}, and there is one in ${listed(others.map((one) => one.namespace))}; write ${quoted(only.host)} if that is meant`,
        related: others.map(({ source }) => source.id),
      };
}

function* judge(mesh: Mesh, name: string, provider: Fields): Iterable<Verdict> {
  const host = serviceOf(provider);
  if (host === undefined) {
    return;
  }
  const meant = meantService(mesh, host);
  if (meant !== undefined) {
    yield {
      path,
      message: `provider ${name}: istiod looks for the whole name of a Service, and ${quoted(host)} is none; write ${quoted(meant)}`,
    };
    return;
  }
  const { rootNamespace } = mesh.config;
  const problem = hostProblem(mesh, {
    path,
    written: host,
    host,
    namespace: rootNamespace,
    viewers: [rootNamespace],
  });
  if (problem && "message" in problem) {
    yield {
      path,
      message: `provider ${name}: ${problem.message}`,
      related: problem.related ?? [],
      // The preset `demo` has providers for tools that are not installed with it.
      ...(!isUsedProvider(mesh, name) && { level: "info" }),
    };
  } else if (problem) {
    yield elsewhere(mesh, name, host) ?? problem;
  } else {
    yield* judgePort(mesh, name, host, portOfService(provider));
  }
}

function* judgePort(
  mesh: Mesh,
  name: string,
  host: string,
  port: number | undefined,
): Iterable<Verdict> {
  const hosts = mesh.hosts.named(host);
  const ports = hosts.flatMap((one) => one.ports);
  if (port !== undefined && ports.length > 0 && !ports.some((own) => own.port === port)) {
    yield {
      path,
      message: `provider ${name}: ${quoted(host)} has no port ${port}; it has ${portWords(hosts)}`,
      related: hosts.map(({ source }) => source.id),
    };
  }
}

/** A provider of the mesh config whose Service, or the port of it, is not there. */
export const providerService = check({
  id: "provider-service",
  code: "MESH0312",
  aliases: [],
  level: "warning",
  kinds: [Kind.ConfigMap],
  summary: "A provider of the mesh config names a Service or a port that does not exist.",
  why: "Proxies have nowhere to send logs and spans to; one that is asked for permission lets nothing pass.",
  fix: "Write the full name of a Service that exists, with its namespace and the cluster's domain, and a port of the Service.",
  url: "https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider",
  fires: `apiVersion: v1
kind: Service
metadata: {name: zipkin, namespace: istio-system}
spec: {ports: [{port: 9411, name: http-query}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: "{extensionProviders: [{name: zipkin, zipkin: {service: zipkin.istio-system, port: 9411}}]}" # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: zipkin, namespace: istio-system}
spec: {ports: [{port: 9411, name: http-query}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: "{extensionProviders: [{name: zipkin, zipkin: {service: zipkin.istio-system.svc.cluster.local, port: 9411}}]}"
`,
  *run({ id, object }, mesh) {
    if (isMeshConfig(id) && text(fields(object.data).mesh) !== undefined) {
      yield* each(mesh.config.extensionProviders, ([name, provider]) =>
        judge(mesh, name, provider),
      );
    }
  },
});
