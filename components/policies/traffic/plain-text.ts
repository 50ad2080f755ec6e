import { recall } from "../../../arguments/known-output";
import { shown } from "../../../arguments/shown";
import { usualIstioNamespace } from "../../../values/known-names";
import type { MutualTlsFact } from "../../program/facts/policy-facts";
import type { EndCheck } from "../../program/part";
import type { View } from "../../program/view";
import { modeSaid } from "../policy-reach";
import { ClientTlsMode } from "./client-tls-args";
import type { TrafficPolicyOptions } from "./traffic-policy-args";

const strict = "STRICT";

/** Whether a setting is for all Pods of the namespace; those for some of them may be exceptions. */
function isForAll({ mode, reach }: MutualTlsFact, namespace: string, program: View): boolean {
  const roots = program.said("controlPlane").map(({ rootNamespace }) => recall(rootNamespace));
  return (
    mode === strict &&
    reach.labels === undefined &&
    (reach.namespace === namespace ||
      reach.namespace === usualIstioNamespace ||
      roots.some((root) => root !== undefined && root === reach.namespace))
  );
}

/** Who lets nothing but the mesh's mutual TLS in, for all Pods of a namespace. */
export function closedBy(namespace: string, program: View): MutualTlsFact | undefined {
  const all = program.said("mutualTls");
  const isExcepted = all.some(
    ({ mode, reach }) => mode !== strict && reach.namespace === namespace,
  );
  return isExcepted || modeSaid(program, namespace) === "none"
    ? undefined
    : all.find((one) => isForAll(one, namespace, program));
}

const spoken: Partial<Record<ClientTlsMode, string>> = {
  [ClientTlsMode.Disable]: "speak plain text",
  [ClientTlsMode.Simple]: "speak TLS of their own",
  [ClientTlsMode.Mutual]: "speak TLS of their own",
};

/** Clients that speak anything else to Pods that take nothing but mutual TLS are cut off. */
export function plainTextChecks(
  service: readonly [namespace: string, name: string] | undefined,
  path: (inner: string) => string,
  { tls, portLevelSettings = [] }: TrafficPolicyOptions,
): EndCheck[] {
  const [namespace] = service ?? [];
  const all = [
    ["tls.mode", tls] as const,
    ...portLevelSettings.map((one, i) => [`portLevelSettings[${i}].tls.mode`, one.tls] as const),
  ];
  return all.flatMap(([inner, own]): EndCheck[] => {
    const mode = own && recall(own.mode);
    const what = mode && spoken[mode];
    return namespace === undefined || what === undefined
      ? []
      : [
          {
            path: path(inner),
            reason(program) {
              const refusing = closedBy(namespace, program);
              return refusing
                ? `${shown(mode)} makes clients ${what}, and ${refusing.owner} lets nothing but mutual TLS in (${strict}), so that they are cut off (KIA0207); leave tls out`
                : undefined;
            },
          },
        ];
  });
}
