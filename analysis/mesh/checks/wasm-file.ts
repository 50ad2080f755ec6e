import { check } from "../check";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { attachmentOf, chosenBy } from "../model/attachments";
import { proxyContainer, type Workload } from "../model/workloads";
import { quoted } from "../words";

const scheme = "file://";
const mounts = "sidecar.istio.io/userVolumeMount";
const image = "sidecar.istio.io/proxyImage";

/** Places at which the proxy of Pods has files of theirs; nothing is known of an image of one's own. */
function mountPaths({ annotations, pod }: Workload): string[] | undefined {
  if (annotations[image] !== undefined) {
    return undefined;
  }
  const { containers, initContainers } = fields(pod.spec);
  const own = [...list(containers), ...list(initContainers)].filter(
    ({ name }) => name === proxyContainer,
  );
  const places = own.flatMap(({ volumeMounts }) => list(volumeMounts));
  const isBrought = own.some((one) => text(one.image) !== undefined && one.image !== "auto");
  try {
    const read: unknown = JSON.parse(annotations[mounts] ?? "[]");
    const added = Array.isArray(read) ? list(read) : Object.values(fields(read)).map(fields);
    return isBrought
      ? undefined
      : [...places, ...added].flatMap(({ mountPath }) => text(mountPath) ?? []);
  } catch {
    return undefined;
  }
}

const objects = (annotations: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: loom, namespace: cloth}
spec:
  template:
    metadata:
      labels: {app: loom, sidecar.istio.io/inject: "true"}
      ${annotations}
    spec: {containers: [{name: loom}]}
---
apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: {name: threads, namespace: cloth}
spec:
  selector: {matchLabels: {app: loom}}
  url: file:///var/lib/wasm/threads.wasm # found
`;

/** A plugin in a file that its proxies do not have. */
export const wasmFile = check({
  id: "wasm-file",
  code: "MESH0390",
  aliases: [],
  level: "warning",
  kinds: [Kind.WasmPlugin],
  summary: "A WasmPlugin is in a file, and nothing puts the file into the proxies that it is for.",
  why: "file:// is a file of the proxy's container: it is not there, and requests are refused, or pass without the plugin where it may fail open.",
  fix: "Mount it with annotations sidecar.istio.io/userVolume and userVolumeMount, or fetch the plugin with oci:// or https://.",
  url: "https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/#WasmPlugin",
  fires: objects("annotations: {}"),
  silent: objects(
    `annotations: {${mounts}: '[{"name": "wasm", "mountPath": "/var/lib/wasm"}]'}`,
  ).replace(" # found", ""),
  *run(object, mesh) {
    const { url = "" } = object.spec;
    const file = url.slice(scheme.length);
    const hasSelector = Object.keys(attachmentOf(object).labels).length > 0;
    const chosen = url.startsWith(scheme) && hasSelector ? chosenBy(mesh, object) : [];
    const without = chosen.find((workload) => {
      const places = workload.mode === "sidecar" ? mountPaths(workload) : undefined;
      return places !== undefined && !places.some((place) => file.startsWith(place));
    });
    if (without) {
      yield {
        path: "spec.url",
        message: `${quoted(file)} lies in no volume that the proxy of ${objectWords(without.source.id)} mounts`,
        related: [without.source.id],
      };
    }
  },
});
