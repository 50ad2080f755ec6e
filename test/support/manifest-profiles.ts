import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ControlPlaneArgs, EgressGatewayArgs, IngressGatewayArgs } from "../../components";
import { Platform } from "../../components";
import type { ChartRelease } from "../../components/control-plane/chart";
import { controlPlanePlan } from "../../components/control-plane/control-plane-plan";
import { egressGatewayPlan } from "../../components/gateways/chart/egress-gateway-plan";
import { ingressGatewayPlan } from "../../components/gateways/chart/ingress-gateway-plan";
import versions from "../../versions.json";
import { must } from "./command";

/** What stands for one of istioctl's profiles. */
export interface ProfileArgs {
  controlPlane?: Omit<ControlPlaneArgs, "platform">;
  ingress?: IngressGatewayArgs;
  egress?: EgressGatewayArgs;
}

const smallGateway = {
  autoscaling: undefined,
  replicas: 1,
  resources: { requests: { cpu: "10m", memory: "40Mi" } },
};
const beside = { namespace: "istio-system", createNamespace: false };

/** The table of docs/profiles.md. Gateways are put where istioctl has them. */
export const profiles: Record<string, ProfileArgs> = {
  default: { controlPlane: { profile: "sidecar" }, ingress: beside },
  minimal: { controlPlane: { profile: "sidecar" } },
  demo: {
    controlPlane: { profile: "sidecar", preset: "demo" },
    ingress: {
      ...beside,
      ...smallGateway,
      extraPorts: [
        { name: "tcp", port: 31400 },
        { name: "tls", port: 15443 },
      ],
    },
    egress: { ...beside, ...smallGateway },
  },
  ambient: { controlPlane: { profile: "ambient", cni: true } },
  remote: { controlPlane: { profile: "sidecar", preset: "remote" } },
  preview: { controlPlane: { profile: "sidecar", preset: "preview" }, ingress: beside },
  stable: { controlPlane: { profile: "sidecar", preset: "stable" }, ingress: beside },
  empty: {},
};

export const platforms: (Platform | undefined)[] = [undefined, ...Object.values(Platform)];

/** OpenShift's sidecars need the CNI plugin, which istioctl installs there by itself. */
const cniFor = (args: Omit<ControlPlaneArgs, "platform">, platform: Platform | undefined) =>
  platform === Platform.OpenShift && args.profile === "sidecar" && args.preset !== "remote"
    ? { cni: true }
    : {};

export function releases(args: ProfileArgs, platform: Platform | undefined): ChartRelease[] {
  const on = platform && { platform };
  const { controlPlane, ingress, egress } = args;
  return [
    ...(controlPlane
      ? controlPlanePlan("istio", { ...controlPlane, ...cniFor(controlPlane, platform), ...on })
          .releases
      : []),
    ...(ingress ? [ingressGatewayPlan("ingress", { ...ingress, ...on }).release] : []),
    ...(egress ? [egressGatewayPlan("egress", { ...egress, ...on }).release] : []),
  ];
}

/** Profiles that share a chart's values share what it renders. */
const rendered = new Map<string, Promise<string>>();

async function byChart(charts: string, planned: ChartRelease, folder: string): Promise<string> {
  const { chart, release, namespace, values } = planned;
  const key = JSON.stringify([chart, release, namespace, values]);
  const known = rendered.get(key);
  if (known) {
    return known;
  }
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${release}.json`);
  writeFileSync(file, JSON.stringify(values));
  const place = ["--namespace", String(namespace), "--values", file];
  const text = must(await helm(), ["template", release, join(charts, chart), ...place]);
  rendered.set(key, text);
  return text;
}

/** What Helm makes of our values with the charts of the release. */
export async function byCharts(
  charts: string,
  planned: ChartRelease[],
  folder: string,
): Promise<string[]> {
  const texts: string[] = [];
  for (const one of planned) {
    texts.push(await byChart(charts, one, folder));
  }
  return texts;
}

/** On OpenShift istioctl has profiles of its own, and where not, the CNI plugin is asked for. */
function istioctlSettings(profile: string, platform: Platform | undefined): string[] {
  if (platform === undefined) {
    return [`profile=${profile}`];
  }
  const own: Record<string, string> = { default: "openshift", ambient: "openshift-ambient" };
  const onOpenShift = platform === Platform.OpenShift;
  const needsCni = onOpenShift && ["minimal", "demo", "preview", "stable"].includes(profile);
  return [
    `profile=${onOpenShift ? (own[profile] ?? profile) : profile}`,
    `values.global.platform=${platform}`,
    ...(needsCni ? ["components.cni.enabled=true", "components.cni.namespace=kube-system"] : []),
  ];
}

/** What istioctl makes of its profile, with the images of the release. */
export async function byIstioctl(profile: string, platform: Platform | undefined): Promise<string> {
  const images = ["hub=docker.io/istio", `tag=${versions.istio}`];
  const flags = [...istioctlSettings(profile, platform), ...images].flatMap((one) => [
    "--set",
    one,
  ]);
  const text = await must(await istioctl(), ["manifest", "generate", ...flags]);
  // It writes its log to the same stream.
  return text.replace(/^\d{4}-\d\d-\d\dT.*\n/gm, "");
}

const once = (name: string) => {
  let found: Promise<string> | undefined;
  return () => {
    found ??= must("lab/lab", ["bin", name]).then((text) => text.trim());
    return found;
  };
};
const helm = once("helm");
const istioctl = once("istioctl");
