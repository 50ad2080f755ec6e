import * as pulumi from "@pulumi/pulumi";
import { registeredAs } from "../../arguments/registered-as";
import { providerOf } from "./cluster";
import type { Member, MemberDoubt } from "./member";
import type { Program } from "./program";

/** Name of the provider in the program. */
const shownProvider = (opts: pulumi.ComponentResourceOptions | undefined): string => {
  const provider = providerOf(opts);
  const name = provider && registeredAs(provider).name;
  return provider ? `the provider ${JSON.stringify(name ?? "given")}` : "the default provider";
};

/** What the options say that a component is made after. */
export const dependenciesOf = (
  opts: pulumi.ComponentResourceOptions | undefined,
): pulumi.Resource[] =>
  [opts?.dependsOn ?? []].flat().filter((one) => pulumi.Resource.isInstance(one));

/**
 * What a component waits for is nearly always in its own cluster; in another one, the provider was
 * forgotten on one of the two.
 */
export function foreignDependencies(
  program: Program,
  { cluster }: Member,
  opts: pulumi.ComponentResourceOptions | undefined,
  others: readonly pulumi.Resource[],
): MemberDoubt[] {
  return [...new Set([...dependenciesOf(opts), ...others])]
    .map((resource) => program.member(resource))
    .filter((other) => other !== undefined && other.cluster !== cluster)
    .map((other) => ({
      path: "opts.provider",
      reason: `goes to the cluster of ${shownProvider(opts)}, and ${other?.owner}, which it depends on, to another one; give both the same provider`,
    }));
}
