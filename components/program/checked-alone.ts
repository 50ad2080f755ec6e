import type * as pulumi from "@pulumi/pulumi";

const checked = new WeakSet<pulumi.Resource>();

/** Remembers that an object has been judged by itself, or was not to be. */
export function checkedAlone(resource: pulumi.Resource): void {
  checked.add(resource);
}

/** Whether an object has been judged by itself, or was not to be. */
export const isCheckedAlone = (resource: pulumi.Resource): boolean => checked.has(resource);
