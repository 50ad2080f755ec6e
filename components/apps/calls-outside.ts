import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { coversHost } from "../../values/host";
import { istiodsFor } from "../control-plane/revision-known";
import { rootNamespace } from "../policies/policy-reach";
import type { EndCheck } from "../program/part";
import type { View } from "../program/view";

/** A host outside the cluster that an application calls by itself. */
export interface CallOutside {
  host: string;
  port: number;
  namespace: pulumi.Input<string>;
  /** Argument by which it does so. */
  path: string;
  /** What it does then. */
  caller: string;
}

const closed = "REGISTRY_ONLY";

/** Who says that sidecars of the namespace let only those hosts out that the mesh knows. */
function closedBy(program: View, namespace = ""): string | undefined {
  const modes = program.said("namespace", [namespace]).map(({ mode }) => mode);
  if (modes.some((mode) => mode === "ambient" || mode === "none")) {
    return undefined;
  }
  // A namespace without a scope of its own has that of the root namespace; either wins over the mesh.
  const [scope] = [namespace, rootNamespace(program)]
    .flatMap((one) => program.said("sidecarScope", [one]))
    .filter(({ outboundTrafficPolicy }) => outboundTrafficPolicy !== undefined);
  if (scope) {
    return scope.outboundTrafficPolicy === closed ? scope.owner : undefined;
  }
  const istiods = istiodsFor(program, namespace);
  return istiods.length > 0 &&
    istiods.every(({ outboundTrafficPolicy }) => outboundTrafficPolicy === closed)
    ? "the mesh"
    : undefined;
}

/** A mesh that lets only registered hosts out refuses the call, unless somebody registers the host. */
export const callsOutside = ({ host, port, namespace, path, caller }: CallOutside): EndCheck => ({
  path,
  reason(program) {
    const by = closedBy(program, recall(namespace));
    return by !== undefined &&
      !program
        .said("externalHost")
        .some((one) => one.host !== undefined && coversHost(one.host, host))
      ? `${caller} calls ${host}, port ${port}, and the outboundTrafficPolicy of ${by} is ${closed}: sidecars refuse it with 502; declare the host by an ExternalService with port ${port} and protocol HTTP`
      : undefined;
  },
});
