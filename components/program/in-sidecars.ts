import type * as pulumi from "@pulumi/pulumi";
import { demand, type Part } from "./part";

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

/**
 * What only sidecars follow is without effect where the program's namespace has none: refused, or warned
 * of where single Pods are chosen.
 */
export function inSidecars({
  namespace,
  path,
  chosen,
  way,
}: InSidecars): Pick<Part, "demands" | "atEnd"> {
  const without = (mode: string | undefined): string | undefined =>
    mode === "ambient" || mode === "none"
      ? `is for sidecars, and the program's namespace has mode ${JSON.stringify(mode)}; ${way}`
      : undefined;
  return chosen
    ? {
        atEnd: [
          {
            path,
            reason: (program) =>
              program
                .said("namespace", [namespace])
                .map(({ mode }) => without(mode))
                .find((reason) => reason !== undefined),
          },
        ],
      }
    : {
        demands: [
          demand({
            topic: "namespace",
            key: [namespace],
            path,
            test: ({ mode }) => without(mode),
          }),
        ],
      };
}
