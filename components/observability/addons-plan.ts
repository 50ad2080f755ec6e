import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { recall } from "../../arguments/known-output";
import { dnsLabel, dnsName, type Test, textTest } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { usualIstioNamespace } from "../../values/known-names";
import { below, httpUrlProblem } from "../../values/url";
import { type ChartValues, mergeValues } from "../control-plane/chart-values";
import { defaultVersion, istioVersion } from "../control-plane/version";
import type { Claim, EndCheck, Part } from "../program/part";
import { nothingSaid, type View } from "../program/view";
import { clusterDomainOf, domainDemands } from "../routing/cluster-domain";
import { Addon, AddonSource, addonFacts } from "./addon";
import { type AddonProvider, addonProviders } from "./addon-provider";
import { addonValues } from "./addon-values";
import type { Installation } from "./addon-wiring";
import type { AddonChart, AddonsArgs } from "./addons-args";

const address = textTest(httpUrlProblem);

const isManifest = (text: string): boolean => text.endsWith(".yaml") || text.endsWith(".yml");

const place: Test<string> = (value) =>
  value !== "" && !isManifest(value) && (!value.includes("://") || !address(value))
    ? undefined
    : `${shown(value)} is neither a folder nor the http address of one; leave the file's name out`;

function checkSource(check: ArgumentCheck, args: AddonsArgs, { source }: Installation): void {
  const foreign = source === AddonSource.Charts ? "manifests" : "charts";
  if (args[foreign] !== undefined) {
    check.fail(foreign, `is for source "${foreign}", and source is "${source}"`);
  }
  if (source === AddonSource.Charts && args.version !== undefined) {
    check.fail(
      "version",
      `"${args.version}" is for source "manifests"; charts have versions of their own`,
    );
  }
  check.plain("manifests", args.manifests, place);
}

function checkChart(check: ArgumentCheck, at: string, { repository, chart }: AddonChart): void {
  check.plain(`${at}.repository`, repository, address);
  if (repository !== undefined && chart?.includes("/")) {
    check.fail(
      `${at}.repository`,
      `${shown(repository)} would not be asked: chart is ${shown(chart)}`,
    );
  }
}

function checkCharts(check: ArgumentCheck, { charts = {} }: AddonsArgs, { addons }: Installation) {
  for (const [addon, chart] of Object.entries(charts)) {
    if (!addons.includes(addon as Addon)) {
      check.fail(
        `charts.${addon}`,
        `is for a tool that is not installed; installed: ${addons.join(", ")}`,
      );
    }
    checkChart(check, `charts.${addon}`, chart ?? {});
  }
}

function checkExisting(
  check: ArgumentCheck,
  { existing = {} }: AddonsArgs,
  { addons }: Installation,
) {
  for (const addon of [Addon.Prometheus, Addon.Grafana, Addon.Jaeger] as const) {
    check.input(`existing.${addon}`, existing[addon], address);
    if (existing[addon] !== undefined && addons.includes(addon)) {
      check.fail(`existing.${addon}`, `would not be used: ${addon} is true; set one of the two`);
    }
  }
}

/** Reports what the arguments together cannot mean. */
function checkAddons(check: ArgumentCheck, args: AddonsArgs, installation: Installation): void {
  const { addons, existing } = installation;
  checkSource(check, args, installation);
  checkCharts(check, args, installation);
  checkExisting(check, args, installation);
  if (addons.length === 0) {
    check.fail(
      "kiali",
      "false, and the other tools are off too; switch one on or leave the component out",
    );
  }
  if (
    addons.includes(Addon.Kiali) &&
    !addons.includes(Addon.Prometheus) &&
    existing.prometheus === undefined
  ) {
    check.fail(
      "prometheus",
      "false, and Kiali draws what Prometheus counted; switch it on or name one under existing.prometheus",
    );
  }
}

/** Tools that have roles for the whole cluster, whatever their namespace is. */
const clusterWide: Record<AddonSource, readonly Addon[]> = {
  [AddonSource.Manifests]: [Addon.Kiali, Addon.Prometheus, Addon.Loki],
  [AddonSource.Charts]: [Addon.Kiali, Addon.Prometheus, Addon.Loki, Addon.Grafana],
};

/** Argument that takes a tool that is there already. */
const shared = (addon: Addon): string =>
  addon === Addon.Kiali || addon === Addon.Loki ? "" : `, and name it under existing.${addon}`;

/** Where the program's istiods look for policies of the whole mesh; undefined while one arrives later. */
function rootsOf(program: View): string[] | undefined {
  const all = program.said("controlPlane").map(({ rootNamespace }) => recall(rootNamespace));
  const known = all.filter((one) => one !== undefined);
  return known.length === all.length ? [...new Set(known)] : undefined;
}

function onlyRoot(program: View): string | undefined {
  const [one, ...others] = rootsOf(program) ?? [];
  return others.length > 0 ? undefined : one;
}

/** Kiali judges a mesh by what is in its root namespace. */
const besideRoots = ({ istioNamespace }: Installation): EndCheck => ({
  path: "istioNamespace",
  names: [istioNamespace],
  reason(program, [own = ""]) {
    const roots = rootsOf(program) ?? [];
    return roots.length === 0 || roots.includes(own)
      ? undefined
      : `${shown(own)} is not the root namespace of the program's mesh, ${roots.join(", ")}: Kiali would look for policies of the whole mesh, and for istiod, in vain; write istioNamespace: ${shown(roots[0])}`;
  },
});

/** What Addons say to the program that they are part of. */
function addonsPart({ source, addons, namespace }: Installation): Part {
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
interface AddonsPlan {
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
      args.istioNamespace ?? onlyRoot(program) ?? usualIstioNamespace,
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
      atEnd: addons.includes(Addon.Kiali) ? [besideRoots(installation)] : [],
      demands: domainDemands(
        args.clusterDomain,
        program,
        addons.map((addon) => ({ service: addon, path: addon })),
      ),
    },
  };
}
