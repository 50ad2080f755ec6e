import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { ControlPlane, type ControlPlaneArgs, Profile } from "../../components";
import { type Asked, runProgram } from "./field-program";
import type { KubernetesObject } from "./objects";

/** Values of a chart. */
// biome-ignore lint/suspicious/noExplicitAny: read by their paths
type Values = any;

interface Release {
  chart: string;
  name: string;
  namespace: string;
  version: string;
  values: Values;
}

const releasesIn = (asked: readonly Asked[]): Release[] =>
  asked.filter(({ type }) => type.startsWith("kubernetes:helm.sh/")).map(({ inputs }) => inputs);

/** What an example hands to the control plane of its reader, which installs it in another program. */
async function installedBy(example: string): Promise<Release[]> {
  const path = resolve(`examples/${example}/index.ts`);
  const { controlPlane, meshConfig }: { controlPlane?: object; meshConfig?: object } = existsSync(
    path,
  )
    ? require(path)
    : {};
  const args = controlPlane ?? (meshConfig && { meshConfig });
  if (args === undefined) {
    return [];
  }
  const { asked } = await runProgram(
    () => new ControlPlane("istio", { profile: Profile.Sidecar, ...args } as ControlPlaneArgs),
  );
  return releasesIn(asked);
}

const listOf = (env: Record<string, unknown> = {}) =>
  Object.entries(env).map(([name, value]) => ({ name, value }));

/** A gateway as istioctl installed it. Its labels follow from the name of the release. */
const gatewayOf = ({ name, namespace, values }: Release) => ({
  name,
  namespace,
  enabled: true,
  label: {
    app: name,
    istio: name.replace(/^istio-/, ""),
    ...(values.networkGateway && { "topology.istio.io/network": values.networkGateway }),
    ...values.labels,
  },
  k8s: { resources: values.resources, env: listOf(values.env), service: values.service },
});

/** What istiod and the gateways are told, as the file for istioctl that would say the same. */
function operatorOf(releases: readonly Release[]): KubernetesObject {
  const values = releases.find(({ chart }) => chart === "istiod")?.values ?? {};
  const { profile, meshConfig, global, sidecarInjectorWebhook, pilot = {} } = values;
  const env = { ...values.env, ...pilot.env };
  const gateways = releases.filter(({ chart }) => chart === "gateway").map(gatewayOf);
  return {
    apiVersion: "install.istio.io/v1alpha1",
    kind: "IstioOperator",
    metadata: {},
    spec: {
      profile,
      meshConfig,
      components: {
        pilot: { k8s: { env: listOf(env) } },
        ingressGateways: gateways,
        egressGateways: gateways,
      },
      values: { global, sidecarInjectorWebhook, pilot: { env } },
    },
  };
}

/** The settings that istiod of a mesh reads at run time. */
const meshConfigMap = (releases: readonly Release[]): KubernetesObject[] =>
  releases
    .filter(({ chart }) => chart === "istiod")
    .map(({ namespace, values }) => ({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "istio", namespace },
      data: { mesh: JSON.stringify({ rootNamespace: namespace, ...values.meshConfig }) },
    }));

/** A chart as Argo CD would be told to install it. */
const applicationOf = ({ chart, name, namespace, version, values }: Release): KubernetesObject => {
  const source = { chart, targetRevision: version, helm: { valuesObject: values } };
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: { name },
    spec: { destination: { namespace }, source, sources: [source] },
  };
};

/** A chart as Skaffold would be told to install what is released of it. */
const skaffoldOf = ({ chart, name, namespace }: Release): KubernetesObject => {
  const release = { name, remoteChart: chart, namespace };
  const run = {
    name: "run",
    activation: [{ command: "run" }],
    deploy: { helm: { releases: [release] } },
  };
  return {
    apiVersion: "skaffold/v2beta22",
    kind: "Config",
    metadata: { name },
    profiles: [run],
  };
};

/** What an example installs by charts, as the objects by which other tools install the same. */
export async function installationOf(
  example: string,
  asked: readonly Asked[],
): Promise<KubernetesObject[]> {
  const own = releasesIn(asked);
  const releases = own.some(({ chart }) => chart === "istiod")
    ? own
    : [...own, ...(await installedBy(example))];
  return releases.length === 0
    ? []
    : [
        operatorOf(releases),
        ...meshConfigMap(releases),
        ...releases.map(applicationOf),
        ...releases.map(skaffoldOf),
      ];
}
