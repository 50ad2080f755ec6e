import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import { check } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { environmentOfIstiod } from "../model/istiod";
import { selectorOf, targetsOf } from "../model/policies";
import { named, quoted } from "../words";

type Policy = Declared<AuthorizationPolicySpec>;

const setting = "PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS";

const takesSeveral = (mesh: Mesh): boolean =>
  environmentOfIstiod(mesh).some(({ name, value }) => name === setting && value === "true");

/** The policies that hold where one does, as far as what they choose says, or the workloads that it chooses. */
function* beside(policy: Policy, mesh: Mesh): Iterable<Policy> {
  const { namespace } = policy.id;
  const targets = targetsOf(policy.spec);
  for (const { kind, name } of targets) {
    yield* mesh.authorizations.attachedTo(namespace, kind, name);
  }
  if (targets.length === 0) {
    yield* mesh.authorizations.choosing({ namespace, labels: selectorOf(policy.spec) });
  }
  for (const workload of mesh.chosenBy(policy)) {
    yield* mesh.authorizations.on(workload);
  }
}

const policy = (name: string, provider: string): string => `---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ${name}, namespace: quay}
spec:
  selector: {matchLabels: {istio: ingressgateway}}
  action: CUSTOM
  provider:
    name: ${provider}
  rules: [{to: [{operation: {hosts: [${name}.example.com]}}]}]
`;

/** Two authorizers that are to be asked at one proxy. */
export const customProviders = check({
  id: "custom-providers",
  code: "MESH0377",
  aliases: [],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "Two policies with action CUSTOM are for one workload, and name different providers.",
  why: `istiod asks one provider at a workload, unless its environment has ${setting}: it asks none, and denies every request that one of the policies is about.`,
  fix: `Name one provider in both, which tells the requests apart itself, or give istiod ${setting}: "true".`,
  url: "https://istio.io/latest/docs/reference/commands/pilot-discovery/#envvars",
  fires: `${policy("boats", "opa # found")}${policy("trains", "oauth # found")}`,
  silent: `${policy("boats", "opa")}${policy("trains", "opa")}`,
  *run(own, mesh) {
    const name = own.spec.provider?.name ?? "";
    if (own.spec.action !== "CUSTOM" || name === "" || mesh.fact(takesSeveral)) {
      return;
    }
    const others = new Set<Policy>();
    for (const other of beside(own, mesh)) {
      const provider = other.spec.action === "CUSTOM" ? other.spec.provider?.name : undefined;
      if (provider !== undefined && provider !== name) {
        others.add(other);
      }
    }
    if (others.size > 0) {
      const ids = [...others].map(({ id }) => id);
      yield {
        path: "spec.provider.name",
        message: `${quoted(name)} is one of several providers at a workload, as ${named(ids)} asks ${[...others].map(({ spec }) => quoted(spec.provider?.name ?? "")).join(", ")}: istiod denies what they are about`,
        related: ids,
      };
    }
  },
});
