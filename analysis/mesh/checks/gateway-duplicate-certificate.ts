import { check, type Found, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { type Credential, credentialsOfMesh } from "../model/credentials";
import {
  allServers,
  type IstioGateway,
  type Server,
  serverHost,
  serversOf,
  shareWorkloads,
} from "../model/gateways";
import { selects } from "../model/selector";
import { listed, named } from "../words";

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

const portOf = ({ server }: Server): string => String(server.port.number);

/** Servers by their port and certificate. */
const serversByCertificate = (mesh: Mesh): ReadonlyMap<string, readonly Server[]> =>
  grouped(mesh.fact(allServers), (one) => `${portOf(one)} ${certificateKey(one)}`);

/** Names of a certificate that make it good for a host. */
const namesFor = (host: string): string[] => [host, `*${host.slice(host.indexOf("."))}`];

interface Served {
  readonly host: string;
  readonly server: Server;
}

/** Hosts that servers with TLS have, by the port and each name of a certificate that would be good for them. */
function hostsByName(mesh: Mesh): ReadonlyMap<string, readonly Served[]> {
  const entries = mesh
    .fact(allServers)
    .filter((one) => certificateKey(one) !== undefined)
    .flatMap((server) =>
      server.server.hosts
        .map(serverHost)
        .flatMap((host) =>
          [...new Set(namesFor(host))].map((name) => ({ name, served: { host, server } })),
        ),
    );
  const groups = grouped(entries, ({ name, served }) => `${portOf(served.server)} ${name}`);
  return new Map([...groups].map(([key, all]) => [key, all.map(({ served }) => served)]));
}

function* sameCertificate(mesh: Mesh, own: Server, key: string, path: string): Iterable<Found> {
  const same = (mesh.fact(serversByCertificate).get(`${portOf(own)} ${key}`) ?? []).filter(
    ({ gateway }) => gateway !== own.gateway && takesBoth(own.gateway, gateway),
  );
  if (same.length > 0) {
    yield {
      path,
      message: `${key.slice(key.indexOf(" ") + 1)} is the certificate of ${named(same.map(({ gateway }) => gateway.source.id))} too`,
      related: same.map(({ gateway }) => gateway.source.id),
    };
  }
}

/** Other servers whose hosts a certificate of this one is good for. */
function* coveredHosts(mesh: Mesh, own: Server, path: string): Iterable<Found> {
  const certificates = certificatesOf(mesh, own);
  const names = new Set(certificates.flatMap(({ dnsNames = [] }) => dnsNames));
  const served = [...names]
    .flatMap((name) => mesh.fact(hostsByName).get(`${portOf(own)} ${name}`) ?? [])
    .filter(
      ({ server: { gateway } }) => gateway !== own.gateway && shareWorkloads(own.gateway, gateway),
    );
  for (const [gateway, all] of grouped(served, ({ server }) => server.gateway.name)) {
    yield {
      path,
      message: `the certificate in ${listed(own.credentials.map(({ name }) => name))} is valid for ${listed(new Set(all.map(({ host }) => host)))} too, which Gateway ${gateway} serves`,
      related: [
        ...new Set([
          ...all.map(({ server }) => server.gateway.source.id),
          ...certificates.map(({ source }) => source.id),
        ]),
      ],
    };
  }
}

function* judge(mesh: Mesh, own: Server): Iterable<Verdict> {
  const key = certificateKey(own);
  if (key === undefined) {
    return;
  }
  const path = own.credentials[0]?.path ?? `${own.path}.tls.serverCertificate`;
  const same = [...sameCertificate(mesh, own, key, path)];
  yield* same.length > 0 ? same : coveredHosts(mesh, own, path);
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
