import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { coversHost } from "../../values/host";
import { istiodsFor } from "../control-plane/revision-known";
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

/** Whether sidecars of the namespace let only those hosts out that the mesh knows. */
function isClosed(program: View, namespace: string | undefined): boolean {
  const modes = program.said("namespace", [namespace ?? ""]).map(({ mode }) => mode);
  const istiods = istiodsFor(program, namespace);
  return (
    istiods.length > 0 &&
    istiods.every(({ outboundTrafficPolicy }) => outboundTrafficPolicy === "REGISTRY_ONLY") &&
    !modes.some((mode) => mode === "ambient" || mode === "none")
  );
}

/** A mesh that lets only registered hosts out refuses the call, unless somebody registers the host. */
export const callsOutside = ({ host, port, namespace, path, caller }: CallOutside): EndCheck => ({
  path,
  reason: (program) =>
    isClosed(program, recall(namespace)) &&
    !program
      .said("externalHost")
      .some((one) => one.host !== undefined && coversHost(one.host, host))
      ? `${caller} calls ${host}, port ${port}, and the outboundTrafficPolicy of the mesh is REGISTRY_ONLY: sidecars refuse it with 502; declare the host by an ExternalService with port ${port} and protocol HTTP`
      : undefined,
});
