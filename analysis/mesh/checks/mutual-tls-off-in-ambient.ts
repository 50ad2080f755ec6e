import type { PeerAuthenticationSpec } from "../../../schemas/kinds/security/peer-authentication";
import { check } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { hasSelector } from "../model/policies";
import { named } from "../words";

/** Paths at which a PeerAuthentication turns mutual TLS off. */
function offAt({ mtls, portLevelMtls = {} }: PeerAuthenticationSpec): string[] {
  const ports = Object.entries(portLevelMtls)
    .filter(([, { mode }]) => mode === "DISABLE")
    .map(([port]) => `spec.portLevelMtls["${port}"].mode`);
  return [...(mtls?.mode === "DISABLE" ? ["spec.mtls.mode"] : []), ...ports];
}

/** What a PeerAuthentication is for in words, where all of it is ambient. */
function ambientAlone(policy: Declared<PeerAuthenticationSpec>, mesh: Mesh): string | undefined {
  const pods = mesh.chosenBy(policy).filter(({ gateway }) => gateway === undefined);
  if (pods.length > 0) {
    const isAmbient = pods.every(({ mode }) => mode === "ambient");
    return isAmbient ? named(pods.map(({ source }) => source.id)) : undefined;
  }
  const { namespace } = policy.id;
  const place = mesh.namespaces.get(namespace);
  return !hasSelector(policy.spec) &&
    namespace !== mesh.config.rootNamespace &&
    place?.declared === true &&
    place.mode === "ambient"
    ? `namespace ${namespace}`
    : undefined;
}

const objects = (mode: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: lake, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: swans, namespace: lake}
spec:
  template:
    metadata: {labels: {app: swans}}
    spec: {containers: [{name: swans}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: swans, namespace: lake}
spec:
  selector: {matchLabels: {app: swans}}
  mtls:
    mode: ${mode}
`;

/** Mutual TLS that is turned off where it cannot be. */
export const mutualTlsOffInAmbient = check({
  id: "mutual-tls-off-in-ambient",
  code: "MESH0243",
  aliases: [],
  level: "warning",
  kinds: [Kind.PeerAuthentication],
  summary: "A PeerAuthentication turns mutual TLS off for Pods in ambient mode.",
  why: "ztunnel takes DISABLE as PERMISSIVE: clients in the mesh go on speaking mutual TLS, and only who is outside sends plain text.",
  fix: "Write PERMISSIVE, which is what happens, or take the Pods out of the mesh with istio.io/dataplane-mode: none.",
  url: "https://istio.io/latest/docs/ambient/usage/l4-policy/",
  fires: objects("DISABLE # found"),
  silent: objects("PERMISSIVE"),
  *run(policy, mesh) {
    const paths = offAt(policy.spec);
    const whom = paths.length > 0 ? ambientAlone(policy, mesh) : undefined;
    for (const path of whom === undefined ? [] : paths) {
      yield {
        path,
        message: `DISABLE is PERMISSIVE to ztunnel, which stands before ${whom}`,
        fix: { path, value: "PERMISSIVE" },
      };
    }
  },
});
