import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../program/known-output";
import type { EndCheck } from "../../program/part";
import type { MutualTlsFact } from "../../program/topics";
import type { View } from "../../program/view";
import { ClientTlsMode } from "./client-tls-mode";

const strict = "STRICT";

/** Whether a setting is for all Pods of the namespace; those for some of them may be exceptions. */
function isForAll({ mode, reach }: MutualTlsFact, namespace: string, program: View): boolean {
  const roots = program.said("controlPlane").map(({ rootNamespace }) => recall(rootNamespace));
  return (
    mode === strict &&
    reach.labels === undefined &&
    (reach.namespace === namespace ||
      reach.namespace === "istio-system" ||
      roots.some((root) => root !== undefined && root === reach.namespace))
  );
}

/** Clients that speak plain text to Pods which take none are cut off. */
export function plainTextChecks(
  service: readonly [namespace: string, name: string] | undefined,
  path: string,
  mode: pulumi.Input<string> | undefined,
): EndCheck[] {
  const [namespace] = service ?? [];
  if (namespace === undefined || mode === undefined || recall(mode) !== ClientTlsMode.Disable) {
    return [];
  }
  return [
    {
      path,
      reason(program) {
        const all = program.said("mutualTls");
        const [refusing] = all.filter((one) => isForAll(one, namespace, program));
        const allowed = all.some(
          ({ mode, reach }) => mode !== strict && reach.namespace === namespace,
        );
        return refusing && !allowed
          ? `"DISABLE" makes clients speak plain text, and ${refusing.owner} lets nothing but mutual TLS in (${strict}), so that they are cut off (KIA0207); leave tls out`
          : undefined;
      },
    },
  ];
}
