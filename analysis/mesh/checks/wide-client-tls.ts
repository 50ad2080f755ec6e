import { coversHost } from "../../../values/host";
import { namespaceOfAll } from "../../../values/service-host";
import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { clientTlsOf } from "../model/client-tls";
import type { Rule } from "../model/destination-rules";
import { namespaceMutualTls } from "../model/servers";
import { named, quoted } from "../words";

/** Rules that turn mutual TLS on for a whole namespace or the mesh. */
const wideRules = (mesh: Mesh): readonly Rule[] =>
  mesh.rules.filter(
    ({ host, source }) =>
      host.startsWith("*") && source.spec.trafficPolicy?.tls?.mode === "ISTIO_MUTUAL",
  );

/** A rule that takes the place of one for many hosts, and leaves its TLS out. */
export const clientTlsDropped = check({
  id: "client-tls-dropped",
  code: "KIA0204",
  aliases: [],
  level: "warning",
  kinds: [Kind.DestinationRule],
  summary: "A DestinationRule takes the place of a wider one, and leaves out its mutual TLS.",
  why: "Clients follow the rule of the nearest host alone; nothing is taken from the wider one. With `enableAutoMtls: false` they speak plain text to this host.",
  fix: "Write `tls: {mode: ISTIO_MUTUAL}` here too.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "enableAutoMtls: false"}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: default, namespace: istio-system}
spec:
  host: "*.local"
  trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: fleet, namespace: trucks}
spec:
  host: fleet # found
  trafficPolicy: {loadBalancer: {simple: RANDOM}}
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "enableAutoMtls: false"}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: default, namespace: istio-system}
spec:
  host: "*.local"
  trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: fleet, namespace: trucks}
spec:
  host: fleet
  trafficPolicy: {loadBalancer: {simple: RANDOM}, tls: {mode: ISTIO_MUTUAL}}
`,
  *run({ id }, mesh): Iterable<Verdict> {
    const rule = mesh.ruleOf(id);
    const wide = mesh
      .fact(wideRules)
      .filter(({ host }) => host !== rule.host && coversHost(host, rule.host));
    if (wide.length > 0 && clientTlsOf(rule).length === 0) {
      const ids = wide.map(({ source }) => source.id);
      const auto = mesh.config.autoMtls;
      yield {
        path: "spec.host",
        message: `${quoted(rule.host)} does not take the ISTIO_MUTUAL of ${named(ids)}${auto ? "; sidecars choose mutual TLS by themselves" : ", so clients speak plain text to it"}`,
        related: ids,
        ...(auto && { level: "info" }),
      };
    }
  },
});

/** Mutual TLS of clients for a namespace or the mesh that takes plain text as well. */
export const clientTlsNotRequired = check({
  id: "client-tls-not-required",
  code: "KIA0205",
  aliases: ["KIA0206"],
  level: "info",
  kinds: [Kind.DestinationRule],
  summary:
    "Clients of a namespace or of the mesh speak mutual TLS, and no PeerAuthentication wants it.",
  why: "The connections are encrypted, and who has no sidecar is served in plain text all the same.",
  fix: "Write a PeerAuthentication with `mode: STRICT`, if plain text is to be refused.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "enableAutoMtls: false"}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: default, namespace: orders}
spec:
  host: "*.orders.svc.cluster.local"
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL # found
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "enableAutoMtls: false"}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: orders}
spec: {mtls: {mode: STRICT}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: default, namespace: orders}
spec:
  host: "*.orders.svc.cluster.local"
  trafficPolicy:
    tls: {mode: ISTIO_MUTUAL}
`,
  *run({ id }, mesh): Iterable<Verdict> {
    const rule = mesh.ruleOf(id);
    if (mesh.config.autoMtls || !mesh.fact(wideRules).includes(rule)) {
      return;
    }
    const place = namespaceOfAll(rule.host) ?? mesh.config.rootNamespace;
    if (namespaceMutualTls(mesh, place).by === undefined) {
      yield {
        path: "spec.trafficPolicy.tls.mode",
        message: `ISTIO_MUTUAL for ${quoted(rule.host)}, where no PeerAuthentication refuses plain text`,
      };
    }
  },
});
