import type { Claim, Part } from "../program/part";
import { Addon, AddonSource } from "./addon";
import type { Installation } from "./addon-wiring";

/** Tools that have roles for the whole cluster, whatever their namespace is. */
const clusterWide: Record<AddonSource, readonly Addon[]> = {
  [AddonSource.Manifests]: [Addon.Kiali, Addon.Prometheus, Addon.Loki],
  [AddonSource.Charts]: [Addon.Kiali, Addon.Prometheus, Addon.Loki, Addon.Grafana],
};

/** Argument that takes a tool that is there already. */
const shared = (addon: Addon): string =>
  addon === Addon.Kiali || addon === Addon.Loki ? "" : `, and name it under existing.${addon}`;

/** What Addons say to the program that they are part of. */
export function addonsPart({ source, addons, namespace }: Installation): Part {
  const claim = (addon: Addon): Claim => {
    const once = clusterWide[source].includes(addon);
    return {
      what: once ? "the cluster's only" : "the add-on",
      key: once ? [addon] : [namespace, addon],
      path: addon,
      way: `write ${addon}: false here${shared(addon)}`,
    };
  };
  return { claims: addons.map(claim) };
}
