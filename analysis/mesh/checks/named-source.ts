import { certManagerApi } from "../../../values/known-names";
import { fieldPath } from "../../objects/path";
import { check } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { kindOf } from "../kubernetes-object";
import { type NamedReference, referenceProblems } from "../named-reference";

const clusterIssuer = `${certManagerApi}/cluster-issuer`;
const issuer = `${certManagerApi}/issuer`;
const issuerKind = `${certManagerApi}/issuer-kind`;
const issuerGroup = `${certManagerApi}/issuer-group`;

/** Issuers that annotations of a Gateway or an Ingress ask for their certificates. */
function* issuers({ id, annotations }: Declared): Iterable<NamedReference> {
  const { namespace } = id;
  const isOthers = (annotations[issuerGroup] ?? certManagerApi) !== certManagerApi;
  const one = (annotation: string, kind: Kind): NamedReference[] => {
    const name = annotations[annotation];
    return name === undefined || isOthers
      ? []
      : [{ kind, name, namespace, path: fieldPath("metadata.annotations", annotation) }];
  };
  const isWide = annotations[issuerKind] === "ClusterIssuer";
  yield* one(clusterIssuer, Kind.ClusterIssuer);
  yield* one(issuer, isWide ? Kind.ClusterIssuer : Kind.Issuer);
}

/** Stores from which values of a Secret are read. */
function* stores({ id, object }: Declared): Iterable<NamedReference> {
  const spec = fields(object.spec);
  const all = [
    [spec.secretStoreRef, "spec.secretStoreRef"] as const,
    ...list(spec.data).map(
      ({ sourceRef }, i) =>
        [fields(sourceRef).storeRef, `spec.data[${i}].sourceRef.storeRef`] as const,
    ),
  ];
  for (const [value, path] of all) {
    const { kind, name } = fields(value);
    if (text(name) !== undefined) {
      yield {
        kind: kind === "ClusterSecretStore" ? Kind.ClusterSecretStore : Kind.SecretStore,
        name: text(name) ?? "",
        namespace: id.namespace,
        path: `${path}.name`,
      };
    }
  }
}

const objects = (store: string): string => `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: {name: vault, namespace: bank}
spec: {provider: {}}
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: {name: keys, namespace: bank}
spec:
  secretStoreRef:
    name: ${store}
  target: {name: keys}
`;

/** A Secret that nobody fills. */
export const namedSource = check({
  id: "named-source",
  code: "MESH0436",
  aliases: [],
  level: "warning",
  kinds: [Kind.ExternalSecret, Kind.ApiGateway, Kind.Ingress],
  summary:
    "An ExternalSecret names a store, or a Gateway or an Ingress an issuer, that does not exist.",
  why: "The Secret is never made: Pods wait for it, and listeners have no certificate.",
  fix: "Name one of the own namespace, or write the kind of the whole cluster's (ClusterSecretStore, cluster-issuer).",
  url: "https://external-secrets.io/latest/api/externalsecret/",
  fires: objects("vaults # found"),
  silent: objects("vault"),
  *run(object, mesh) {
    const all = kindOf(object.id) === Kind.ExternalSecret ? stores(object) : issuers(object);
    yield* each([...all], (one) => referenceProblems(mesh, one));
  },
});
