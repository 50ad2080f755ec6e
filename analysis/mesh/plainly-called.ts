import type { AuthorizationPolicySpec } from "../../schemas/kinds/security/authorization-policy";
import { coversHost } from "../../values/host";
import type { Declared } from "./declared-set";
import { type ObjectId, objectWords } from "./kubernetes-object";
import type { Mesh } from "./mesh";
import { hasSelector, selectorOf, targetsOf } from "./model/policies";
import { type Labels, selects } from "./model/selector";
import { namespaceMutualTls } from "./model/servers";
import { named } from "./words";

/** Why nobody speaks mutual TLS to what a policy is for. */
export interface PlainlyCalled {
  readonly words: string;
  readonly related: readonly ObjectId[];
}

/** Pods that a policy is for, or what is known of them where none is declared. */
interface Called {
  readonly words: string;
  readonly ids: readonly ObjectId[];
  readonly namespace: string;
  readonly labels: Labels;
}

function calledBy(policy: Declared<AuthorizationPolicySpec>, mesh: Mesh): Called[] {
  const { id, spec } = policy;
  const chosen = mesh.chosenBy(policy);
  if (chosen.length > 0) {
    return chosen
      .filter(({ mode, gateway }) => mode === "sidecar" && gateway === undefined)
      .map(({ source, namespace, labels }) => ({
        words: objectWords(source.id),
        ids: [source.id],
        namespace,
        labels,
      }));
  }
  const { namespace } = id;
  const place = mesh.namespaces.get(namespace);
  const mayBeSidecars = place?.declared !== true || place.mode === "sidecar";
  const isOfOne = targetsOf(spec).length === 0 && namespace !== mesh.config.rootNamespace;
  return mayBeSidecars && isOfOne
    ? [
        {
          words: `what runs in namespace ${namespace}`,
          ids: [],
          namespace,
          labels: selectorOf(spec),
        },
      ]
    : [];
}

/** Names by which Pods are called: those of their Services, or else all of their namespace. */
function hostsOf(called: Called, mesh: Mesh): string[] {
  const hosts = mesh.servicesOf(called).map(({ host }) => host);
  return hosts.length > 0 ? hosts : [`*.${called.namespace}.svc.${mesh.config.domain}`];
}

/** What turns mutual TLS off before Pods, if anything does. */
function serverSide({ namespace, labels, words, ids }: Called, mesh: Mesh): PlainlyCalled[] {
  const own = mesh.peerAuthentications
    .choosing({ namespace, labels })
    .find(
      ({ id, spec }) =>
        id.namespace === namespace && hasSelector(spec) && selects(selectorOf(spec), labels),
    );
  const said = own?.spec.mtls?.mode;
  const wide = namespaceMutualTls(mesh, namespace);
  const { mode, by } = said === undefined || said === "UNSET" ? wide : { mode: said, by: own };
  return mode === "DISABLE" && by
    ? [
        {
          words: `${words} has mutual TLS turned off by ${objectWords(by.id)}`,
          related: [...ids, by.id],
        },
      ]
    : [];
}

/** Whether clients of other namespaces follow rules of theirs that say mutual TLS. */
const isMutualElsewhere = (mesh: Mesh, host: string, own: string): boolean =>
  mesh.rules.some(
    ({ host: one, namespace, source }) =>
      namespace !== own &&
      namespace !== mesh.config.rootNamespace &&
      coversHost(one, host) &&
      source.spec.trafficPolicy?.tls?.mode === "ISTIO_MUTUAL",
  );

/** What tells clients to speak something else, if anything does: those of the Pods' own namespace, and no others better. */
function clientSide(called: Called, mesh: Mesh): PlainlyCalled[] {
  const { namespace, words, ids } = called;
  const hosts = hostsOf(called, mesh);
  const rules = hosts.map((host) => mesh.rulesFor(host, namespace));
  const modes = rules.flatMap((all) => {
    const tls = all.flatMap(({ source }) => source.spec.trafficPolicy?.tls ?? []);
    const auto = mesh.config.autoMtls ? "ISTIO_MUTUAL" : "DISABLE";
    return tls.length === 0 ? [auto] : tls.map(({ mode = "DISABLE" }) => mode);
  });
  if (modes.includes("ISTIO_MUTUAL")) {
    return [];
  }
  const by = rules.flat().filter(({ source }) => source.spec.trafficPolicy?.tls !== undefined);
  const areForAll = by.every(({ exportTo }) => exportTo.includes("*"));
  if (
    (mesh.config.autoMtls && !areForAll) ||
    hosts.some((host) => isMutualElsewhere(mesh, host, namespace))
  ) {
    return [];
  }
  const ofRules = by.map(({ source }) => source.id);
  return [
    {
      words:
        by.length === 0
          ? `${words} is called in plain text, as enableAutoMtls is off and no DestinationRule says ISTIO_MUTUAL`
          : `${words} is called without mutual TLS, by ${named(ofRules)}`,
      related: [...ids, ...ofRules],
    },
  ];
}

/** What a policy is for and is called without mutual TLS, with the reason. */
export const plainlyCalled = (
  policy: Declared<AuthorizationPolicySpec>,
  mesh: Mesh,
): readonly PlainlyCalled[] =>
  calledBy(policy, mesh).flatMap((called) => {
    const server = serverSide(called, mesh);
    return server.length > 0 ? server : clientSide(called, mesh);
  });
