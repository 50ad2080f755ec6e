import type * as pulumi from "@pulumi/pulumi";
import type { InstalledRelease } from "../../analysis/objects/check-release";
import { productOf } from "../../schemas/releases";
import { isAtLeast } from "../../values/version";
import { currentProgram } from "../program/current-program";

/**
 * Whose definitions the objects of an API group are for, as far as the program says it. Of several
 * istiods the newest counts: the definitions have to be for it.
 */
export function installedRelease(
  apiVersion: string,
  opts: pulumi.ResourceOptions | undefined,
): InstalledRelease | undefined {
  const [group = ""] = apiVersion.split("/");
  const product = productOf(group);
  const said =
    product === undefined ? [] : currentProgram().view(opts).said("definitions", [product]);
  return said.reduce<InstalledRelease | undefined>(
    (newest, one) => (newest && isAtLeast(newest.version, one.version) ? newest : one),
    undefined,
  );
}
