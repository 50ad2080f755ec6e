import type * as pulumi from "@pulumi/pulumi";
import type { Safe } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { dnsLabel, dnsName } from "../../arguments/predicates";
import { usualIstioNamespace } from "../../values/known-names";
import { below } from "../../values/url";
import { type ChartValues, mergeValues } from "../control-plane/chart-values";
import { defaultVersion, istioVersion } from "../control-plane/version";
import type { Part } from "../program/part";
import { nothingSaid, type View } from "../program/view";
import { clusterDomainOf, domainDemands } from "../routing/cluster-domain";
import { Addon, AddonSource, addonFacts } from "./addon";
import { type AddonProvider, addonProviders } from "./addon-provider";
import { addonValues } from "./addon-values";
import type { Installation } from "./addon-wiring";
import type { AddonsArgs } from "./addons-args";
import { checkAddons } from "./addons-check";
import { addonsPart } from "./addons-part";

/** A tool from a chart. */
export interface AddonRelease {
  addon: Addon;
  chart: string;
  version: string;
  /** Undefined when `chart` says where it is. */
  repository?: string;
  values: ChartValues;
}

/** A tool from a manifest. */
interface AddonManifest {
  addon: Addon;
  file: string;
}

/** Arguments with all defaults filled in, and what follows from them. */
export interface AddonsPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<AddonsArgs>;
  installation: Installation;
  manifests: AddonManifest[];
  releases: AddonRelease[];
  /** For the mesh config; empty without Jaeger. */
  extensionProviders: pulumi.Input<AddonProvider[]>;
  /** What it says to the program that it is part of. */
  part: Part;
}

const samples = (version: string) =>
  `https://raw.githubusercontent.com/istio/istio/${version}/samples/addons`;

/** Kiali comes last: it looks for the others when it starts. */
const order = [Addon.Prometheus, Addon.Loki, Addon.Grafana, Addon.Jaeger, Addon.Kiali];

/** A tool that is there already is not installed beside unless that is said. */
function wanted(args: AddonsArgs): Addon[] {
  const { existing = {}, loki = false, kiali = true } = args;
  const chosen: Record<Addon, boolean> = {
    kiali,
    loki,
    prometheus: args.prometheus ?? existing.prometheus === undefined,
    grafana: args.grafana ?? existing.grafana === undefined,
    jaeger: args.jaeger ?? existing.jaeger === undefined,
  };
  return order.filter((addon) => chosen[addon]);
}

function release(addon: Addon, args: Safe<AddonsArgs>, installation: Installation): AddonRelease {
  const own = addonFacts[addon].chart;
  const {
    chart = own.name,
    repository,
    version = own.version,
    values,
  } = args.charts?.[addon] ?? {};
  const elsewhere = chart.includes("/") || chart.endsWith(".tgz");
  return {
    addon,
    chart,
    version,
    ...(!elsewhere && { repository: repository ?? own.repository }),
    values: mergeValues(addonValues(addon, installation), values),
  };
}

/** Throws one error with everything that is wrong. `program` is what it is part of. */
export function addonsPlan(
  component: string,
  unchecked: AddonsArgs = {},
  program: View = nothingSaid,
): AddonsPlan {
  const check = checkArguments("Addons", component, unchecked);
  const { args } = check;
  const { source = AddonSource.Manifests, version = defaultVersion } = args;
  const clusterDomain = clusterDomainOf(args.clusterDomain, program);
  check.plain("version", version, istioVersion);
  check.plain("clusterDomain", args.clusterDomain, dnsName);
  const wantedThere: Installation = {
    source,
    addons: wanted(args),
    namespace: check.input("namespace", args.namespace ?? usualIstioNamespace, dnsLabel),
    istioNamespace: check.input(
      "istioNamespace",
      args.istioNamespace ?? usualIstioNamespace,
      dnsLabel,
    ),
    ...(clusterDomain !== undefined && { clusterDomain }),
    existing: args.existing ?? {},
  };
  checkAddons(check, args, wantedThere);
  const safe = check.done();
  const installation = { ...wantedThere, existing: safe.existing ?? {} };
  const { addons, namespace } = installation;
  const base = safe.manifests ?? samples(version);
  const fromCharts = source === AddonSource.Charts;
  return {
    inputs: { ...safe, source, version, namespace },
    installation,
    manifests: fromCharts
      ? []
      : addons.map((addon) => ({ addon, file: below(base, `${addon}.yaml`) })),
    releases: fromCharts ? addons.map((addon) => release(addon, safe, installation)) : [],
    extensionProviders: addonProviders(installation),
    part: {
      ...addonsPart(installation),
      demands: domainDemands(
        args.clusterDomain,
        program,
        addons.map((addon) => ({ service: addon, path: addon })),
      ),
    },
  };
}
