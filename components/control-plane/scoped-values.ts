import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../arguments/when-known";
import { type ChartValues, mergeValues } from "./chart-values";
import type { ControlPlaneChart } from "./release-values";

/**
 * Key under which a chart reads its values a second time, over those at the top. Presets, platforms
 * and components write there, so that the same key at the top would have no effect.
 */
const scopes: Partial<Record<ControlPlaneChart, string>> = { istiod: "pilot", cni: "cni" };

/** What the chart needs at the top, or nobody writes under a scope. */
const atTheTop = [
  "global",
  "meshConfig",
  "profile",
  "platform",
  "compatibilityVersion",
  "enabled",
  "defaults",
  "_internal_defaults_do_not_set",
  "revision",
  "revisionTags",
  "ownerName",
  "base",
  "gateways",
  "gatewayClasses",
  "telemetry",
  "istiodRemote",
  "sidecarInjectorWebhook",
  "experimental",
];

const under = (scope: string, own: ChartValues): ChartValues => {
  const moves = (key: string) => key !== scope && !atTheTop.includes(key);
  const entries = Object.entries(own);
  const moved = Object.fromEntries(entries.filter(([key]) => moves(key)));
  const rest = Object.fromEntries(entries.filter(([key]) => !moves(key)));
  return Object.keys(moved).length > 0
    ? { ...rest, ...mergeValues({ [scope]: moved }, { [scope]: own[scope] }) }
    : own;
};

/** The user's values where they win over those of presets, platforms and components. */
export function scoped(
  chart: ControlPlaneChart,
  own: pulumi.Input<ChartValues> | undefined,
): ChartValues | undefined {
  const scope = scopes[chart];
  return own === undefined || scope === undefined
    ? own
    : whenKnown([own], (known: ChartValues) => under(scope, known));
}
