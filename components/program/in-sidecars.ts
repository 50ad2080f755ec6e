import type * as pulumi from "@pulumi/pulumi";
import { type Demand, demand } from "./part";

/** Who counts on sidecars in a namespace, and what to do where there are none. */
export interface InSidecars {
  namespace: pulumi.Input<string>;
  /** Argument that counts on them. */
  path: string;
  /** Chosen Pods may have a sidecar although the namespace is ambient. */
  chosen: boolean;
  /** What is without effect, and what to do instead. */
  way: string;
}

/** What only sidecars follow is without effect where the program's namespace has none. */
export function inSidecars({ namespace, path, chosen, way }: InSidecars): Demand {
  const without = (mode: string | undefined): string | undefined =>
    mode === "ambient" || mode === "none"
      ? `is for sidecars, and the program's namespace has mode ${JSON.stringify(mode)}; ${way}`
      : undefined;
  return demand({
    topic: "namespace",
    key: [namespace],
    path,
    test: ({ mode }) => (chosen ? undefined : without(mode)),
    doubt: ({ mode }) => (chosen ? without(mode) : undefined),
  });
}
