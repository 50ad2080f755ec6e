import type { SidecarEgress } from "../../../schemas/kinds/networking/sidecar";
import { coversHost } from "../../../values/host";
import { scopedHost } from "../../../values/scoped-host";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import type { Host } from "../model/services";
import { Thing } from "../scope";
import { portWords } from "../words";

/** Hosts of a listener; nothing where some of them may be declared elsewhere. */
function hostsOf(entries: readonly string[], own: string, mesh: Mesh): readonly Host[] {
  const scoped = entries.map(scopedHost).map(({ namespace, host, excludes }) => ({
    place: namespace === "." ? own : namespace,
    host,
    excludes,
  }));
  const isWhole = scoped.every(
    ({ place, excludes }) => !excludes && place !== "*" && mesh.speaksFor(Thing.Service, place),
  );
  return isWhole
    ? mesh.hosts.all.filter((one) =>
        scoped.some(({ place, host }) => one.namespace === place && coversHost(host, one.host)),
      )
    : [];
}

function* judge(
  { port, hosts: entries }: SidecarEgress,
  i: number,
  own: string,
  mesh: Mesh,
): Iterable<Verdict> {
  const number = port?.number;
  // A proxy for all of HTTP has the hosts of every port.
  if (!number || port?.protocol?.toUpperCase() === "HTTP_PROXY") {
    return;
  }
  const hosts = hostsOf(entries, own, mesh);
  const ports = hosts.flatMap((host) => host.ports);
  if (
    hosts.some((host) => host.ports.length === 0) ||
    hosts.length === 0 ||
    ports.some((one) => one.port === number)
  ) {
    return;
  }
  const path = `spec.egress[${i}].port.number`;
  const meant = new Set(ports.flatMap((one) => (one.targetPort === number ? one.port : [])));
  const [only] = meant;
  yield {
    path,
    message: `no host of the listener has port ${number}${only === undefined ? "" : ", which is one of Pods"}; they have ${portWords(hosts)}`,
    related: hosts.map(({ source }) => source.id),
    ...(meant.size === 1 && { fix: { path, value: only } }),
  };
}

/** A listener of sidecars for a port that none of its hosts has. */
export const sidecarEgressPort = check({
  id: "sidecar-egress-port",
  code: "MESH0121",
  aliases: [],
  level: "warning",
  kinds: [Kind.Sidecar],
  summary: "A Sidecar has an outbound listener for a port that no Service of its hosts has.",
  why: "A listener with a port has only hosts that have the same port: it leads nowhere, and the hosts are out of the scope.",
  fix: "Write the Service's port, not that of its Pods, or leave the port out.",
  url: "https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioEgressListener",
  fires: `apiVersion: v1
kind: Service
metadata: {name: bids, namespace: auction}
spec: {ports: [{port: 7000, targetPort: 7070, name: grpc}], selector: {app: bids}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: bidders}
spec:
  egress:
  - port:
      number: 7070 # found
      protocol: GRPC
      name: grpc
    hosts: ["auction/bids.auction.svc.cluster.local"]
  - hosts: ["./*", "istio-system/*"]
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: bids, namespace: auction}
spec: {ports: [{port: 7000, targetPort: 7070, name: grpc}], selector: {app: bids}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: bidders}
spec:
  egress:
  - port: {number: 7000, protocol: GRPC, name: grpc}
    hosts: ["auction/bids.auction.svc.cluster.local"]
  - port: {number: 3306, protocol: MYSQL, name: mysql}
    hosts: ["auction/*", "data/*"]
  - hosts: ["./*", "istio-system/*"]
`,
  *run({ id, spec }, mesh) {
    yield* each((spec.egress ?? []).entries(), ([i, listener]) =>
      judge(listener, i, id.namespace, mesh),
    );
  },
});
