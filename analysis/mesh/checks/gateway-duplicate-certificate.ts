import { certificateCovers } from "../../../values/host";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { type Credential, credentialsOfMesh } from "../model/credentials";
import {
  type IstioGateway,
  type Server,
  serverHost,
  serversByPort,
  serversOf,
  shareWorkloads,
} from "../model/gateways";
import { selects } from "../model/selector";

/** What tells certificates apart as they are written: the Secret's name, or the files. */
function certificateKey({ server: { tls }, credentials }: Server): string | undefined {
  if (credentials[0]) {
    return `secret ${credentials.map(({ name }) => name).join(",")}`;
  }
  return tls?.serverCertificate && tls.privateKey
    ? `file ${tls.serverCertificate} ${tls.privateKey}`
    : undefined;
}

/** Whether Pods that take the first may take the second. */
const takesBoth = (one: IstioGateway, other: IstioGateway): boolean =>
  selects(one.source.spec.selector ?? {}, other.source.spec.selector ?? {});

const certificatesOf = (mesh: Mesh, { gateway, credentials }: Server): Credential[] =>
  credentials.flatMap(({ name }) =>
    mesh
      .fact(credentialsOfMesh)
      .named(name)
      .filter((one) => gateway.workloads.some(({ namespace }) => namespace === one.namespace)),
  );

/** Hosts of another server for which a certificate of this one is good too. */
const coveredHosts = (certificates: readonly Credential[], { server }: Server): string[] =>
  server.hosts
    .map(serverHost)
    .filter((host) =>
      certificates.some(({ dnsNames = [] }) =>
        dnsNames.some((name) => certificateCovers(name, host)),
      ),
    );

function* judge(mesh: Mesh, own: Server): Iterable<Verdict> {
  const key = certificateKey(own);
  if (key === undefined) {
    return;
  }
  const path = own.credentials[0]?.path ?? `${own.path}.tls.serverCertificate`;
  const others = (mesh.fact(serversByPort).get(String(own.server.port.number)) ?? []).filter(
    (other) => other.gateway !== own.gateway && certificateKey(other) !== undefined,
  );
  const same = others.filter(
    (other) => certificateKey(other) === key && takesBoth(own.gateway, other.gateway),
  );
  if (same.length > 0) {
    const names = [...new Set(same.map(({ gateway }) => `Gateway ${gateway.name}`))];
    yield {
      path,
      message: `${key.slice(key.indexOf(" ") + 1)} is the certificate of ${names.join(", ")} too`,
      related: same.map(({ gateway }) => gateway.source.id),
    };
    return;
  }
  const certificates = certificatesOf(mesh, own);
  for (const other of certificates.length > 0 ? others : []) {
    const hosts = coveredHosts(certificates, other);
    if (hosts.length > 0 && shareWorkloads(own.gateway, other.gateway)) {
      yield {
        path,
        message: `the certificate in ${own.credentials.map(({ name }) => name).join(", ")} is valid for ${hosts.join(", ")} too, which Gateway ${other.gateway.name} serves`,
        related: [other.gateway.source.id, ...certificates.map(({ source }) => source.id)],
      };
    }
  }
}

/** A certificate under which a browser sends requests for one host to the server of another. */
export const gatewayDuplicateCertificate = check({
  id: "gateway-duplicate-certificate",
  code: "IST0138",
  aliases: [],
  level: "warning",
  kinds: [Kind.Gateway],
  summary: "Two Gateways of the same Pods have a certificate that is good for the hosts of both.",
  why: "A browser that has an HTTP/2 connection to the one host uses it for the other too; the server behind it does not know that host and answers 404.",
  fix: "Have one Gateway with all hosts of the certificate, or a certificate for each host.",
  url: "https://istio.io/latest/docs/ops/common-problems/network-issues/#404-errors-occur-when-multiple-gateways-configured-with-same-tls-certificate",
  fires: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: blog, namespace: press}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    hosts: [blog.example.net]
    tls:
      mode: SIMPLE
      credentialName: wildcard-example-net # found
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: docs, namespace: press}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    hosts: [docs.example.net]
    tls:
      mode: SIMPLE
      credentialName: wildcard-example-net # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: press, namespace: press}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    hosts: [blog.example.net, docs.example.net]
    tls: {mode: SIMPLE, credentialName: wildcard-example-net}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: press}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    hosts: [shop.example.net]
    tls: {mode: SIMPLE, credentialName: shop-example-net}
`,
  *run({ id }, mesh) {
    const gateway = mesh.gateway(`${id.namespace}/${id.name}`);
    yield* each(gateway ? serversOf(gateway) : [], (server) => judge(mesh, server));
  },
});
