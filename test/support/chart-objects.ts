import { parseAllDocuments } from "yaml";
import type { ChartRelease } from "../../components/control-plane/chart";
import { must } from "./command";
import { byCharts } from "./manifest-profiles";
import type { KubernetesObject } from "./objects";
import { ProxyKind, type ProxySpec } from "./translate";

let folder: Promise<string> | undefined;

/** Folder with the charts of the lab's release. */
export function chartsFolder(): Promise<string> {
  folder ??= must("lab/lab", ["tools", "sh", "-c", 'printf %s "$ISTIO_MESH_CHARTS"']);
  return folder;
}

/** What a release renders to. */
async function chartObjects(release: ChartRelease): Promise<KubernetesObject[]> {
  const [text = ""] = await byCharts(await chartsFolder(), [release], "build/test/charts");
  return parseAllDocuments(text)
    .map((document) => document.toJS() as KubernetesObject | null)
    .filter((object): object is KubernetesObject => Boolean(object?.kind));
}

// biome-ignore lint/suspicious/noExplicitAny: objects of every kind, read by their paths
const fields = (object: KubernetesObject | undefined): any => object;

/** A gateway from the chart: its Service, and a proxy with the labels of its Pods. */
export async function chartGateway(release: ChartRelease) {
  const objects = await chartObjects(release);
  const one = (kind: string) => objects.find((object) => object.kind === kind);
  const { metadata, spec } = fields(one("Deployment") ?? one("DaemonSet")).spec.template;
  const proxy: ProxySpec = {
    name: "gateway",
    kind: ProxyKind.Gateway,
    namespace: String(release.namespace),
    labels: metadata.labels,
    serviceAccount: spec.serviceAccountName,
  };
  return { service: one("Service") as KubernetesObject, proxy, objects };
}
