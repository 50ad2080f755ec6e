import type {
  BackendTLSPolicySpec,
  BackendTLSPolicyTargetRef,
} from "../../../../schemas/kinds/gateway/backend-tls-policy";
import type {
  ClientTlsSettings,
  TrafficPolicy,
} from "../../../../schemas/kinds/networking/destination-rule";
import { ignorePolicyAnnotation, networkingApi } from "../../../../values/known-names";
import type { Declared } from "../../../mesh/declared-set";
import { Kind } from "../../../mesh/kinds";
import type { Mesh } from "../../../mesh/mesh";
import { compared, createdAt } from "../../../mesh/model/creation";
import type { Host } from "../../../mesh/model/services";
import { stepOf } from "../../trail";
import type { ClientRule } from "./joined-rule";

type Policy = Declared<BackendTLSPolicySpec>;

/** What a policy says of one of the hosts that its reference names. */
interface Aimed {
  readonly policy: Policy;
  readonly ref: BackendTLSPolicyTargetRef;
  readonly host: Host;
}

/** The oldest first, those of one time by namespace and name. */
const byAge = (one: Policy, other: Policy): number =>
  compared(createdAt({ source: one }), createdAt({ source: other })) ||
  compared(one.id.namespace, other.id.namespace) ||
  compared(one.id.name, other.id.name);

const isIgnored = ({ annotations }: Policy): boolean =>
  annotations[ignorePolicyAnnotation]?.toLowerCase() === "true";

const isOf = ({ group, kind }: BackendTLSPolicyTargetRef, { source: { id } }: Host): boolean =>
  kind === id.kind &&
  ((kind === "Service" && group === "") || (kind === "ServiceEntry" && group === networkingApi));

const hasSection = ({ ports }: Host, section: string | undefined): boolean =>
  !section || ports.some(({ name }) => name === section);

const isSameRef = (one: BackendTLSPolicyTargetRef, other: BackendTLSPolicyTargetRef): boolean =>
  one.group === other.group &&
  one.kind === other.kind &&
  one.name === other.name &&
  one.sectionName === other.sectionName;

/** Whether an older policy has the same reference: the younger one is not taken there. */
const isTaken = (before: readonly Policy[], policy: Policy, ref: BackendTLSPolicyTargetRef) =>
  before.some(
    ({ id, spec }) =>
      id.namespace === policy.id.namespace && spec.targetRefs.some((own) => isSameRef(own, ref)),
  );

function aimedBy(hosts: readonly Host[], before: readonly Policy[], policy: Policy): Aimed[] {
  const { namespace } = policy.id;
  return policy.spec.targetRefs
    .filter((ref) => !isTaken(before, policy, ref))
    .flatMap((ref) =>
      hosts
        .filter(
          (host) =>
            host.namespace === namespace &&
            host.source.id.name === ref.name &&
            isOf(ref, host) &&
            hasSection(host, ref.sectionName),
        )
        .map((host) => ({ policy, ref, host })),
    );
}

function tlsOf({ id, spec: { validation } }: Policy): ClientTlsSettings {
  const {
    hostname,
    subjectAltNames = [],
    caCertificateRefs = [],
    wellKnownCACertificates,
  } = validation;
  const names = subjectAltNames.flatMap(({ type, hostname: name, uri }) =>
    type === "URI" ? (uri ?? []) : (name ?? []),
  );
  const [ca] = wellKnownCACertificates === undefined ? caCertificateRefs : [];
  return {
    mode: "SIMPLE",
    sni: hostname,
    ...(names.length > 0 && { subjectAltNames: names }),
    ...(ca && { credentialName: `configmap://${id.namespace}/${ca.name}` }),
  };
}

/** What several policies say of one host: of each port, and of all of it, the oldest. */
function trafficPolicy(host: Host, all: readonly Aimed[]): TrafficPolicy {
  const whole = all.find(({ ref }) => !ref.sectionName);
  const sections = [...new Set(all.flatMap(({ ref }) => ref.sectionName || []))];
  const portLevelSettings = sections.flatMap((section) => {
    const first = all.find(({ ref }) => ref.sectionName === section);
    const number = host.ports.find(({ name }) => name === section)?.port;
    return first && number !== undefined ? [{ port: { number }, tls: tlsOf(first.policy) }] : [];
  });
  return {
    ...(whole && { tls: tlsOf(whole.policy) }),
    ...(portLevelSettings.length > 0 && { portLevelSettings }),
  };
}

/** What istiod calls the rule of a host. */
const ruleName = ({ source: { id }, host }: Host): string =>
  id.kind === "ServiceEntry" ? `${id.name}~${host.replaceAll(".", "-")}~` : `${id.name}~`;

/** BackendTLSPolicies as the DestinationRules that istiod makes of them, one for each host. */
export function backendPolicies(mesh: Mesh): ClientRule[] {
  const policies = mesh.set
    .accepted(Kind.BackendTlsPolicy)
    .filter((policy) => !isIgnored(policy))
    .sort(byAge);
  const hosts = policies.length === 0 ? [] : mesh.hosts.all;
  const aimed = policies.flatMap((policy, i) => aimedBy(hosts, policies.slice(0, i), policy));
  const targets = [...new Set(aimed.map(({ host }) => host))];
  return targets
    .sort((one, other) => compared(ruleName(one), ruleName(other)))
    .flatMap((host) => {
      const own = aimed.filter((one) => one.host === host);
      const [first] = own;
      return first === undefined
        ? []
        : {
            namespace: host.namespace,
            host: host.host,
            exportTo: [],
            selector: undefined,
            trafficPolicy: trafficPolicy(host, own),
            subsets: [],
            isBackendPolicy: true,
            stepAt: () => stepOf(first.policy, "spec.validation"),
          };
    });
}
