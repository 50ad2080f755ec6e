import type * as pulumi from "@pulumi/pulumi";
import { ArgumentCheck } from "../validation/argument-check";
import { dnsLabel, oneOf } from "../validation/tests";
import { type ChartSource, checkChartSource, defaultRepository } from "./chart-source";
import type { ChartValues } from "./chart-values";
import type { ControlPlaneArgs } from "./control-plane-args";
import { Platform, Preset, Profile } from "./profile";
import { type ControlPlaneChart, releaseValues, type ValueChoices } from "./release-values";
import { defaultGatewayApiManifest, defaultVersion, istioVersion } from "./version";

/** One step of the installation; `after` are the steps that have to be Ready before it. */
export interface ReleaseStep {
  chart: ControlPlaneChart;
  release: string;
  values: ChartValues;
  after: InstallStep[];
}

/** Every step comes after the namespace. */
export type InstallStep = ControlPlaneChart | "gatewayApi";

/** Arguments with all defaults filled in, and what follows from them. */
export interface ControlPlanePlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: ControlPlaneArgs;
  profile: Profile;
  version: string;
  namespace: pulumi.Input<string>;
  namespaceLabels: Record<string, string>;
  source: ChartSource;
  /** Undefined when the Gateway API is not installed by the component. */
  gatewayApiManifest?: string;
  /** In an order in which each step follows those in its `after`. */
  releases: ReleaseStep[];
}

const releaseNames: Record<ControlPlaneChart, string> = {
  base: "istio-base",
  istiod: "istiod",
  cni: "istio-cni",
  ztunnel: "ztunnel",
};

/**
 * A sidecar's iptables are set by the CNI plugin when it is used, so it has to be there before the
 * first injected Pod. In ambient mode the CNI agent and ztunnel talk to istiod, which goes first.
 */
function steps(profile: Profile, cni: boolean, gatewayApi: boolean) {
  const crds: InstallStep[] = gatewayApi ? ["base", "gatewayApi"] : ["base"];
  const order: [ControlPlaneChart, InstallStep[]][] = [["base", []]];
  if (profile === Profile.Ambient) {
    order.push(["istiod", crds], ["cni", ["istiod"]], ["ztunnel", ["cni"]]);
  } else if (cni) {
    order.push(["cni", ["base"]], ["istiod", [...crds, "cni"]]);
  } else {
    order.push(["istiod", crds]);
  }
  return order;
}

/** The ambient profile cannot do without; for sidecars it is one more way to write routes. */
export const installsGatewayApi = ({ profile, gatewayApi }: ControlPlaneArgs): boolean =>
  gatewayApi?.install ?? profile === Profile.Ambient;

function check(name: string, args: ControlPlaneArgs): void {
  const check = new ArgumentCheck("ControlPlane", name);
  check.plain("profile", args.profile, oneOf(Profile));
  check.plain("version", args.version, istioVersion);
  check.plain("preset", args.preset, oneOf(Preset));
  check.plain("platform", args.platform, oneOf(Platform));
  check.input("namespace", args.namespace, dnsLabel);
  checkChartSource(check, args.charts ?? { repository: defaultRepository });
  if (args.profile === Profile.Ambient && args.preset) {
    check.fail(
      "preset",
      `"${args.preset}" cannot be joined with the ambient profile, which is a preset itself; leave it out and set what you need under values`,
    );
  }
  if (args.profile === Profile.Ambient && args.cni === false) {
    check.fail("cni", "false cannot work with the ambient profile; leave it out");
  }
  const installed = steps(args.profile, args.cni ?? false, false).map(([chart]) => chart);
  for (const chart of Object.keys(args.values ?? {})) {
    if (!installed.includes(chart as ControlPlaneChart)) {
      check.fail(
        `values.${chart}`,
        `is for a chart that is not installed here; installed: ${installed.join(", ")}`,
      );
    }
  }
  if (args.gatewayApi?.manifest !== undefined && !installsGatewayApi(args)) {
    check.fail(
      "gatewayApi.manifest",
      `${JSON.stringify(args.gatewayApi.manifest)} would not be used; set gatewayApi.install to true`,
    );
  }
  check.labels(args.labels, Object.keys(privileged));
  check.annotations(args.annotations);
  check.done();
}

/** CNI agent and ztunnel use host paths and capabilities that Pod Security refuses elsewhere. */
const privileged = { "pod-security.kubernetes.io/enforce": "privileged" };

/** Throws one error with everything that is wrong. */
export function controlPlanePlan(name: string, args: ControlPlaneArgs): ControlPlanePlan {
  check(name, args);
  const { profile, version = defaultVersion, namespace = "istio-system" } = args;
  const cni = profile === Profile.Ambient || (args.cni ?? false);
  const choices: ValueChoices = { ...args, version, namespace, cni };
  const gatewayApi = installsGatewayApi(args);
  const source = args.charts ?? { repository: defaultRepository };
  return {
    inputs: { ...args, version, namespace, charts: source },
    profile,
    version,
    namespace,
    namespaceLabels: cni ? privileged : {},
    source,
    ...(gatewayApi && {
      gatewayApiManifest: args.gatewayApi?.manifest ?? defaultGatewayApiManifest,
    }),
    releases: steps(profile, cni, gatewayApi).map(([chart, after]) => ({
      chart,
      release: releaseNames[chart],
      values: releaseValues(chart, choices, args.values?.[chart]),
      after,
    })),
  };
}
