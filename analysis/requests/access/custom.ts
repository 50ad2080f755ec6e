import { fields } from "../../mesh/fields";
import type { Mesh } from "../../mesh/mesh";
import { isAuthorizer, knowsProviders, providerNames } from "../../mesh/model/providers";
import { isOnTrial } from "../../mesh/model/ztunnel-policies";
import type { DeniedBy } from "../answer";
import type { Step } from "../trail";
import type { Enforcer, Guard, GuardRule, Policy } from "./guard";
import { deniedBy, ruleStep } from "./judge";
import type { Subject } from "./subject";

/** What comes of policies that leave it to somebody else. */
export interface Asked {
  readonly deniedBy?: DeniedBy;
  readonly steps: readonly Step[];
  readonly notModelled: readonly string[];
}

const nothing: Asked = { steps: [], notModelled: [] };

const providerOf = ({ spec }: Policy): string => spec.provider?.name ?? "";

const words = ({ id }: Policy): string => `AuthorizationPolicy ${id.namespace}/${id.name}`;

/** A connection is shown to a provider of gRPC alone. */
const isAskedOf = (mesh: Mesh, rule: GuardRule, enforcer: Enforcer): boolean =>
  enforcer === "http" ||
  fields(mesh.config.extensionProviders.get(providerOf(rule.policy))).envoyExtAuthzHttp ===
    undefined;

/**
 * What policies of the action CUSTOM say. Whether the provider lets a request pass nobody knows; but what is
 * for a provider that istiod lacks, for one of several, or only on trial, is denied.
 */
export function asked(mesh: Mesh, { custom }: Guard, subject: Subject, enforcer: Enforcer): Asked {
  if (custom.policies.length === 0) {
    return nothing;
  }
  const several = new Set(custom.policies.map(providerOf)).size > 1;
  const steps: Step[] = [];
  const notModelled: string[] = [];
  for (const rule of custom.rules.filter((one) => isAskedOf(mesh, one, enforcer))) {
    const { policy } = rule;
    const fit = rule.fits(subject);
    if (fit === false) {
      continue;
    }
    const name = providerOf(policy);
    const isKnown = providerNames(mesh).has(name);
    const isMissing = isKnown ? !isAuthorizer(mesh, name) : knowsProviders(mesh);
    if (fit === true && (several || isMissing || isOnTrial(policy))) {
      return { deniedBy: deniedBy(policy, rule.rule), steps: [ruleStep(rule)], notModelled: [] };
    }
    steps.push(ruleStep(rule));
    notModelled.push(`what the provider ${name} says (${words(policy)})`);
  }
  return { steps, notModelled: [...new Set(notModelled)] };
}
