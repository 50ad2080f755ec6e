import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../arguments/argument-check";
import { dnsName } from "../../arguments/predicates";
import { isKnown, whenKnown } from "../../arguments/when-known";

/** Names of Secrets, as far as they are known now. */
export function checkSecretNames(
  check: ArgumentCheck,
  secrets: pulumi.Input<pulumi.Input<string>[]> | undefined,
): void {
  if (secrets !== undefined && isKnown(secrets)) {
    secrets.forEach((name, i) => {
      check.input(`imagePullSecrets[${i}]`, name, dnsName);
    });
  }
}

/** As a Pod names them; most of Istio's charts make this of the names by themselves. */
export const asReferences = (
  secrets: pulumi.Input<pulumi.Input<string>[] | undefined> | undefined,
): pulumi.Input<{ name: pulumi.Input<string> }[] | undefined> =>
  // Those of a control plane in another stack arrive as nothing when it has none.
  whenKnown([secrets], (names: pulumi.Input<string>[] | undefined) =>
    names?.map((name) => ({ name })),
  );
