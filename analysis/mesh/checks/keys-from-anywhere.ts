import { check } from "../check";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { named } from "../words";

const setting = "BLOCKED_CIDRS_IN_JWKS_URIS";

/** RequestAuthentications for which istiod fetches keys. */
const fetching = (mesh: Mesh) =>
  mesh.requestAuthentications.all
    .filter(({ spec }) => (spec.jwtRules ?? []).some(({ jwks }) => jwks === undefined))
    .map(({ id }) => id);

/** An istiod that fetches keys from whatever address a RequestAuthentication names. */
export const keysFromAnywhere = check({
  id: "keys-from-anywhere",
  code: "IST0175",
  aliases: [],
  // A default install is so, and often meant: who may write such policies is trusted as a rule.
  level: "info",
  kinds: [Kind.Deployment],
  summary: "istiod fetches the keys of tokens from any address.",
  why: "Whoever may write a RequestAuthentication can have istiod call addresses of the cluster.",
  fix: "Set BLOCKED_CIDRS_IN_JWKS_URIS at istiod (chart value env).",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0175/",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: istiod # found
  namespace: istio-system
  labels: {app: istiod}
spec:
  template:
    metadata: {labels: {app: istiod}}
    spec: {containers: [{name: discovery, env: [{name: REVISION, value: default}]}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: tokens, namespace: api}
spec: {jwtRules: [{issuer: "https://id.example.net", jwksUri: "https://id.example.net/jwks"}]}
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod, namespace: istio-system, labels: {app: istiod}}
spec:
  template:
    metadata: {labels: {app: istiod}}
    spec: {containers: [{name: discovery, env: [{name: BLOCKED_CIDRS_IN_JWKS_URIS, value: "10.0.0.0/8"}]}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: tokens, namespace: api}
spec: {jwtRules: [{issuer: "https://id.example.net", jwksUri: "https://id.example.net/jwks"}]}
`,
  *run({ id, labels }, mesh) {
    const [istiod] = labels.app === "istiod" ? mesh.workloadsOf(id) : [];
    const isSet = list(fields(istiod?.pod.spec).containers)
      .flatMap(({ env }) => list(env))
      .some(({ name, value, valueFrom }) => name === setting && (text(value) ?? valueFrom));
    const policies = istiod === undefined || isSet ? [] : mesh.fact(fetching);
    if (policies.length > 0) {
      yield {
        path: "metadata.name",
        message: `${setting} is not set, and istiod fetches keys for ${named(policies)}`,
        related: policies,
      };
    }
  },
});
