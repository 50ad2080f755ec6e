import { certManagerApi } from "../../../values/known-names";
import { check, type Found } from "../check";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import type { ObjectId } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { everyNamespace, Thing } from "../scope";
import { slip } from "../slip";
import { quoted } from "../words";

const objects = (name: string): string => `apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {name: acme}
spec: {selfSigned: {}}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: fair, namespace: market}
spec:
  secretName: fair-tls
  dnsNames: [fair.example.com]
  issuerRef:
    kind: ClusterIssuer
    name: ${name}
`;

/** What of that name is there, and not for the Certificate as it is written. */
function otherIssuer(
  mesh: Mesh,
  { namespace }: ObjectId,
  name: string,
  isKindWritten: boolean,
): Found | undefined {
  const path = "spec.issuerRef.name";
  if (!isKindWritten && mesh.set.find(Kind.ClusterIssuer, "", name) !== undefined) {
    return {
      path,
      message: `there is no Issuer ${name} in namespace ${namespace}, which is meant where no kind is written; there is a ClusterIssuer ${name}: write its kind`,
      fix: { path: "spec.issuerRef.kind", value: "ClusterIssuer" },
    };
  }
  const isKnown = mesh.set.has(Kind.Issuer, namespace);
  const other = mesh.set.all(Kind.Issuer).find(({ id }) => id.name === name);
  return other === undefined || isKnown
    ? undefined
    : {
        path,
        message: `there is no Issuer ${name}.${namespace}; there is one in namespace ${other.id.namespace}, and an Issuer is for Certificates of its own namespace: declare it in ${namespace}, or make it a ClusterIssuer`,
        related: [other.id],
        // Each namespace may have one of that name, and the set has one of them.
        level: "warning",
      };
}

/** A Certificate that nobody issues. */
export const issuerMissing = check({
  id: "issuer-missing",
  code: "MESH0350",
  aliases: [],
  level: "error",
  kinds: [Kind.Certificate],
  summary: "A Certificate names an issuer that does not exist.",
  why: "cert-manager waits for the issuer: the Secret is never made, and gateways have no certificate.",
  fix: "Write the name of an issuer that exists; one of kind Issuer lies in the Certificate's namespace.",
  url: "https://cert-manager.io/docs/usage/certificate/",
  fires: objects("acme-production # found"),
  silent: objects("acme"),
  *run({ id, object }, mesh) {
    const { kind, name, group } = fields(fields(object.spec).issuerRef);
    const wanted =
      text(kind) === Kind.ClusterIssuer.split(".")[0] ? Kind.ClusterIssuer : Kind.Issuer;
    const place = wanted === Kind.ClusterIssuer ? "" : id.namespace;
    const own = text(name) ?? "";
    const isOthers = (text(group) ?? certManagerApi) !== certManagerApi;
    if (isOthers || own === "" || mesh.set.find(wanted, place, own) !== undefined) {
      return;
    }
    const names = mesh.set
      .all(wanted)
      .flatMap((one) => (one.id.namespace === place ? [one.id.name] : []));
    const path = "spec.issuerRef.name";
    const other =
      wanted === Kind.Issuer ? otherIssuer(mesh, id, own, kind !== undefined) : undefined;
    if (other !== undefined) {
      yield other;
      return;
    }
    const words = `${wanted.split(".")[0]} ${own}${place && `.${place}`}`;
    const { hint, fix } = slip(path, own, names);
    const [family] = own.split("-");
    const isTold =
      wanted === Kind.Issuer ||
      "fix" in fix ||
      names.some((one) => one.split("-")[0] === family) ||
      mesh.speaksFor(Thing.Workload, everyNamespace);
    // Issuers of the whole cluster are those of whoever runs cert-manager, beside what one set has of them.
    if (names.length === 0 || !isTold) {
      yield { path, notDeclared: words };
      return;
    }
    const only = names.length === 1 ? `; there is ${quoted(names[0] ?? "")}` : "";
    yield { path, message: `there is no ${words}${hint || only}`, ...fix };
  },
});
