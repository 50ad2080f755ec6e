import { coversHost } from "../../../values/host";
import { check } from "../check";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { hasSelector } from "../model/policies";

const hasMutualTls = (mesh: Mesh): readonly string[] =>
  mesh.rules
    .filter(({ source }) => source.spec.trafficPolicy?.tls?.mode === "ISTIO_MUTUAL")
    .map(({ host }) => host);

/** STRICT, with clients that nobody tells to speak mutual TLS. */
export const mutualTlsWithoutClients = check({
  id: "mutual-tls-without-clients",
  code: "KIA0401",
  aliases: ["KIA0501"],
  level: "error",
  kinds: [Kind.PeerAuthentication],
  summary: "A PeerAuthentication is STRICT, and clients are not told to speak mutual TLS.",
  why: "With `enableAutoMtls: false` clients speak plain text unless a DestinationRule says otherwise: their connections are ended.",
  fix: "Write a DestinationRule with `tls: {mode: ISTIO_MUTUAL}` for the hosts of the namespace or of the mesh, or leave enableAutoMtls on.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "enableAutoMtls: false"}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: claims}
spec:
  mtls:
    mode: STRICT # found
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "enableAutoMtls: false"}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: claims}
spec:
  mtls:
    mode: STRICT
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: default, namespace: claims}
spec:
  host: "*.claims.svc.cluster.local"
  trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}
`,
  *run({ id, spec }, mesh) {
    const { autoMtls, rootNamespace, domain } = mesh.config;
    if (autoMtls || spec.mtls?.mode !== "STRICT" || hasSelector(spec)) {
      return;
    }
    const meshWide = id.namespace === rootNamespace;
    const all = meshWide ? `*.svc.${domain}` : `*.${id.namespace}.svc.${domain}`;
    const told = mesh.fact(hasMutualTls);
    const hosts = mesh.hosts.all.filter(({ host }) => coversHost(all, host));
    const covers = (host: string) => told.some((one) => coversHost(one, host));
    const covered = covers(all) || (hosts.length > 0 && hosts.every(({ host }) => covers(host)));
    if (!covered) {
      yield {
        path: "spec.mtls.mode",
        message: `STRICT, and enableAutoMtls is off: no DestinationRule tells clients of ${meshWide ? "the mesh" : `namespace ${id.namespace}`} to speak ISTIO_MUTUAL`,
      };
    }
  },
});
