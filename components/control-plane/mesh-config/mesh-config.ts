import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkExactlyOne } from "../../../arguments/choice";
import { dnsLabel, dnsName, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { checkUnique } from "../../../arguments/unique";
import { builtInProviders } from "../../../values/known-names";
import type { MeshConfig } from "../../resources/mesh-config";
import { meshConfigFields } from "./mesh-config-fields";
import { checkShape } from "./shape";

function checkProviders(check: ArgumentCheck, config: MeshConfig, others: boolean): void {
  const { extensionProviders = [], defaultProviders = {} } = config;
  const names = extensionProviders.map(({ name }) => name);
  extensionProviders.forEach((provider, i) => {
    const at = `meshConfig.extensionProviders[${i}]`;
    const { name: _, ...kinds } = provider;
    checkExactlyOne(check, at, {
      object: kinds,
      names: Object.keys(kinds) as (keyof typeof kinds)[],
      called: "the kinds of provider, beside its name",
    });
  });
  checkUnique(check, names, (i) => `meshConfig.extensionProviders[${i}].name`);
  for (const [use, chosen = []] of Object.entries(defaultProviders) as [string, unknown[]][]) {
    chosen.forEach((name, i) => {
      const declared = [...names, ...builtInProviders];
      if (!others && typeof name === "string" && !declared.includes(name)) {
        check.fail(
          `meshConfig.defaultProviders.${use}[${i}]`,
          `${shown(name)} is no extension provider; declared: ${declared.join(", ")}`,
        );
      }
    });
  }
}

/** A text that is none of these is told by its shape. */
const ifText =
  (test: Test<string>): Test<string> =>
  (value) =>
    typeof value === "string" ? test(value) : undefined;

/** Names that are part of every identity, or of every object's place: an empty one is none. */
function checkNames(check: ArgumentCheck, config: MeshConfig): void {
  const { trustDomain, trustDomainAliases, rootNamespace } = config;
  check.input("meshConfig.trustDomain", trustDomain, ifText(dnsName));
  check.input("meshConfig.rootNamespace", rootNamespace, ifText(dnsLabel));
  if (Array.isArray(trustDomainAliases)) {
    trustDomainAliases.forEach((alias, i) => {
      check.input(`meshConfig.trustDomainAliases[${i}]`, alias, ifText(dnsName));
    });
  }
}

/**
 * Refuses what Istio would silently ignore: unknown fields, unknown words, providers that are none. `others`
 * says whether providers may be declared elsewhere, too.
 */
export function checkMeshConfig(
  check: ArgumentCheck,
  config: MeshConfig | undefined,
  others = false,
): void {
  if (config === undefined) {
    return;
  }
  checkShape(check, "meshConfig", config, meshConfigFields);
  checkNames(check, config);
  if (Array.isArray(config.extensionProviders ?? [])) {
    checkProviders(check, config, others);
  }
}
