import { certificateCovers } from "../../../values/host";
import { check, type Found, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { type ListenerOwner, listenersOf } from "../model/api-gateways";
import { type Credential, credentialsOfMesh } from "../model/credentials";
import { type Server, serverHost, serversOf } from "../model/gateways";
import { secretsOfListener } from "../model/listener-certificates";
import { listed, quoted } from "../words";

/** Whether a certificate is good for a host, or for one that its wildcard stands for. */
const isGoodFor = (names: readonly string[], host: string): boolean =>
  names.some(
    (name) =>
      certificateCovers(name, host) ||
      (host.startsWith("*") && (name === host || name.endsWith(host.slice(1)))),
  );

/** The finding of a host for which none of its certificates is good; nothing while one is not known. */
function problemOf(
  host: string,
  path: string,
  credentials: readonly (Credential | undefined)[],
): Found | undefined {
  const names = credentials.map((credential) => credential?.dnsNames);
  const isKnown =
    credentials.length > 0 && names.every((own) => own !== undefined && own.length > 0);
  const all = names.flatMap((own) => own ?? []);
  const [first] = credentials;
  return isKnown && first !== undefined && host !== "*" && !isGoodFor(all, host)
    ? {
        path,
        message: `${quoted(host)}: the certificate of ${objectWords(first.source.id)} is for ${listed(all)} only`,
        related: credentials.flatMap((credential) => (credential ? [credential.source.id] : [])),
      }
    : undefined;
}

function* ofServer({ gateway, server, path, credentials }: Server, mesh: Mesh): Iterable<Verdict> {
  const places = new Set(gateway.workloads.map(({ namespace }) => namespace));
  const [place, ...more] = places;
  // Where the Pods are not known, nor is which of several Secrets they read.
  if (place === undefined || more.length > 0) {
    return;
  }
  const all = mesh.fact(credentialsOfMesh);
  const own = credentials.map(({ name }) => all.find(place, name));
  for (const [i, entry] of server.hosts.entries()) {
    const problem = problemOf(serverHost(entry), `${path}.hosts[${i}]`, own);
    if (problem) {
      yield problem;
    }
  }
}

function* ofListeners(owner: ListenerOwner, mesh: Mesh): Iterable<Verdict> {
  const all = mesh.fact(credentialsOfMesh);
  for (const one of listenersOf(owner)) {
    const own = secretsOfListener(one).map(({ namespace, name }) => all.find(namespace, name));
    const { hostname = "*" } = one.listener;
    const problem = problemOf(hostname, `${one.path}.hostname`, own);
    if (problem) {
      yield problem;
    }
  }
}

const objects = (names: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: entry, namespace: front}
spec:
  template:
    metadata: {labels: {istio: entry}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: v1
kind: Service
metadata: {name: entry, namespace: front}
spec: {selector: {istio: entry}, ports: [{port: 443, name: https}]}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: opera, namespace: front}
spec: {secretName: opera-tls, dnsNames: ["${names}"], issuerRef: {name: acme}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: opera, namespace: front}
spec:
  selector: {istio: entry}
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    tls: {mode: SIMPLE, credentialName: opera-tls}
    hosts:
`;

/** A server's host that its certificate is not good for. */
export const certificateHost = check({
  id: "certificate-host",
  code: "MESH0339",
  aliases: [],
  level: "warning",
  kinds: [Kind.Gateway, Kind.ApiGateway, Kind.ListenerSet],
  summary: "A gateway has a host that its certificate is not for.",
  why: "Clients compare the name that they call with those of the certificate, and end the connection. The wildcard of a certificate stands for one part of a name.",
  fix: "Write the host into the Certificate's dnsNames, or name another Secret.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/",
  fires: `${objects("*.example.com")}    - tickets.opera.example.com # found
`,
  silent: `${objects("*.opera.example.com")}    - tickets.opera.example.com
`,
  *run(object, mesh) {
    if ("servers" in object.spec) {
      const gateway = mesh.gateway(`${object.id.namespace}/${object.id.name}`);
      yield* each(gateway ? serversOf(gateway) : [], (server) => ofServer(server, mesh));
    } else if ("listeners" in object.spec) {
      yield* ofListeners(object as ListenerOwner, mesh);
    }
  },
});
