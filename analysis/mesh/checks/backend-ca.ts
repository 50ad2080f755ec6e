import { didYouMean, slipOf } from "../../../values/closest";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { fields } from "../fields";
import { Kind } from "../kinds";
import { kindOf, objectWords } from "../kubernetes-object";
import { everyNamespace, Thing } from "../scope";
import { listed, quoted } from "../words";

/** ConfigMaps that every namespace of a cluster gets, whoever declares them. */
const inEveryNamespace: readonly string[] = ["kube-root-ca.crt", "istio-ca-root-cert"];

/** Key under which a ConfigMap has authorities. */
const authorityKey = "ca.crt";

/** A ConfigMap that has its certificates under another key, or none. */
function* withoutAuthority({ id, object }: Declared, path: string): Iterable<Verdict> {
  const keys = Object.keys(fields(object.data));
  if (!keys.includes(authorityKey)) {
    yield {
      path,
      message: `${objectWords(id)} has no ${authorityKey}, which is what is read${keys.length === 0 ? "" : `; it has ${listed(keys)}`}`,
      related: [id],
    };
  }
}

const objects = (name: string): string => `apiVersion: v1
kind: ConfigMap
metadata: {name: bank-ca, namespace: bank}
data: {ca.crt: "-----BEGIN CERTIFICATE-----"}
---
apiVersion: v1
kind: Service
metadata: {name: safe, namespace: bank}
spec: {ports: [{port: 443, name: https}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: {name: safe, namespace: bank}
spec:
  targetRefs: [{group: "", kind: Service, name: safe}]
  validation:
    hostname: safe.bank.example.com
    caCertificateRefs:
    - group: ""
      kind: ConfigMap
      name: ${name}
`;

/** Certificate authorities of a backend that are not there. */
export const backendCa = check({
  id: "backend-ca",
  code: "MESH0347",
  aliases: [],
  level: "error",
  kinds: [Kind.BackendTlsPolicy],
  summary:
    "A BackendTLSPolicy names a ConfigMap of certificate authorities that does not exist, or has none.",
  why: "No certificate of the backend can be checked: gateways answer with 500 or 503.",
  fix: "Declare the ConfigMap, with key `ca.crt`, in the namespace of the policy.",
  url: "https://gateway-api.sigs.k8s.io/api-types/backendtlspolicy/",
  fires: objects("bank-authority # found"),
  silent: objects("bank-ca"),
  *run({ id, spec }, mesh) {
    const all = mesh.set
      .inNamespace(id.namespace)
      .filter((one) => kindOf(one.id) === Kind.ConfigMap);
    const names = all.map((one) => one.id.name);
    // Where authorities are declared they all are; ConfigMaps of other things say nothing of them.
    const isTold =
      mesh.speaksFor(Thing.Workload, everyNamespace) ||
      all.some(({ object }) => fields(object.data)[authorityKey] !== undefined);
    for (const [i, ref] of (spec.validation.caCertificateRefs ?? []).entries()) {
      const { kind, name } = ref;
      const own = all.find((one) => one.id.name === name);
      if (kind === "ConfigMap" && own !== undefined) {
        yield* withoutAuthority(own, `spec.validation.caCertificateRefs[${i}].name`);
      }
      if (kind !== "ConfigMap" || own !== undefined || inEveryNamespace.includes(name)) {
        continue;
      }
      mesh.mustKnow(Kind.ConfigMap, id.namespace);
      const path = `spec.validation.caCertificateRefs[${i}].name`;
      // A Bundle of trust-manager makes ConfigMaps of its own name.
      const isMade = mesh.set.all(Kind.Bundle).length > 0;
      yield isMade || (!isTold && slipOf(name, names) === undefined)
        ? { path, notDeclared: `ConfigMap ${name}.${id.namespace}` }
        : {
            path,
            message: `there is no ConfigMap ${quoted(name)} in namespace ${id.namespace}${didYouMean(name, names)}`,
          };
    }
  },
});
