import * as pulumi from "@pulumi/pulumi";
import { remember } from "./known-output";
import { problemsFound } from "./problems-found";

/** All texts in a value, in which a message could give a secret away. */
function leaves(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(leaves);
  }
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, part]) => [key, ...leaves(part)])
    : [String(value)];
}

/** The reason, unless it tells any part of a secret. */
export function withoutValue(reason: string, value: unknown): string {
  const said = reason.toLowerCase();
  return leaves(value).some((leaf) => said.includes(leaf.toLowerCase()))
    ? "is a secret that cannot work here; its value is not shown"
    : reason;
}

/** What is wrong with a value that has arrived. */
interface Found extends pulumi.InputPropertyErrorDetails {
  /** The reason with the value, for one that is no secret. @default - the same */
  told?: string;
}

/** Says what is wrong with a value that has arrived. */
export type Judge = (value: unknown) => readonly Found[];

/** The same value, which never arrives when something is wrong with it. */
export function heldBack<T>(
  subject: string,
  value: pulumi.Input<T>,
  judge: Judge,
): pulumi.Output<T> {
  const output = pulumi.output(value) as pulumi.Output<T>;
  const held = output.apply((known) => {
    const found = judge(known);
    if (found.length === 0) {
      return known;
    }
    return pulumi.isSecret(output).then((secret): T => {
      throw problemsFound(
        subject,
        found.map(({ propertyPath, reason, told = reason }) => ({
          propertyPath,
          reason: secret ? withoutValue(reason, known) : told,
        })),
      );
    });
  }) as pulumi.Output<T>;
  remember(held as pulumi.Output<string>, value as pulumi.Input<string>);
  return held;
}
