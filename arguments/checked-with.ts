import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-check";
import type { Test } from "./predicates";
import { isKnown, whenKnown } from "./when-known";

/** Tests two values together; the second is the one to go on with, and waits for both. */
export function checkedWith<A, B>(
  check: ArgumentCheck,
  path: string,
  first: pulumi.Input<A>,
  second: pulumi.Input<B>,
  test: Test<readonly [A, B]>,
): pulumi.Input<B> {
  const pair = check.input(
    path,
    whenKnown([first, second], (a: A, b: B) => [a, b] as const) as pulumi.Input<readonly [A, B]>,
    test,
  );
  return isKnown(pair)
    ? pair[1]
    : (pulumi.output(pair).apply((both) => (both as readonly [A, B])[1]) as pulumi.Output<B>);
}
