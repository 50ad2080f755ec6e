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

/** Objects from which the triggers of an autoscaler get their credentials. */
const credentials = ({ id, object }: Declared): NamedReference[] =>
  list(fields(object.spec).triggers).flatMap(({ authenticationRef }, i) => {
    const { kind, name } = fields(authenticationRef);
    const isWide = kind === "ClusterTriggerAuthentication";
    const own = isWide ? Kind.ClusterTriggerAuthentication : Kind.TriggerAuthentication;
    const path = `spec.triggers[${i}].authenticationRef.name`;
    return text(name) === undefined
      ? []
      : [{ kind: own, name: text(name) ?? "", namespace: id.namespace, path }];
  });

/** What an object names, by its kind; annotations name issuers. */
const namedBy: Readonly<Record<string, (object: Declared) => Iterable<NamedReference>>> = {
  [Kind.ExternalSecret]: stores,
  [Kind.ScaledObject]: credentials,
};

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
  kinds: [Kind.ExternalSecret, Kind.ScaledObject, Kind.ApiGateway, Kind.Ingress],
  summary:
    "An ExternalSecret names a store, a ScaledObject credentials, or a Gateway or an Ingress an issuer, that does not exist.",
  why: "The Secret is never made: Pods wait for it, listeners have no certificate, and nothing is scaled.",
  fix: "Name one of the own namespace, or write the kind of the whole cluster's (ClusterSecretStore, cluster-issuer).",
  url: "https://external-secrets.io/latest/api/externalsecret/",
  fires: objects("vaults # found"),
  silent: objects("vault"),
  *run(object, mesh) {
    const all = (namedBy[kindOf(object.id)] ?? issuers)(object);
    yield* each([...all], (one) => referenceProblems(mesh, one));
  },
});
