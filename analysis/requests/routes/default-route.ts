import type { Mesh } from "../../mesh/mesh";
import type { Destination, Route } from "../route";
import type { Step } from "../trail";
import { retriesOf } from "./retries";
import { anyRequest } from "./virtual-service-match";

/** The route that a host has without any that is written: all of it to the host itself. */
export function defaultRoute(mesh: Mesh, destination: Destination, steps: readonly Step[]): Route {
  const retries = retriesOf(mesh, undefined);
  return {
    conditions: anyRequest,
    action: {
      kind: "forward",
      destinations: [{ ...destination, share: 100 }],
      mirrors: [],
      ...(retries && { retries }),
    },
    steps,
  };
}
