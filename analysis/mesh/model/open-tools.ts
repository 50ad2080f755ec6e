import { parse } from "yaml";
import { fields, list, text } from "../fields";
import type { Mesh } from "../mesh";
import type { Workload } from "./workloads";

/** The last two parts of an image's path, without its tag: `kiali/kiali`. */
function imageName(image: string): string {
  const [path = ""] = image.split("@");
  const [owner = "", last = ""] = path.split("/").slice(-2);
  return `${owner}/${last.split(":")[0]}`;
}

const tools: Readonly<Record<string, string>> = {
  "kiali/kiali": "Kiali",
  "grafana/grafana": "Grafana",
  "prom/prometheus": "Prometheus",
  "jaegertracing/jaeger": "Jaeger",
  "jaegertracing/all-in-one": "Jaeger",
};

const containers = ({ pod }: Workload) => list(fields(pod.spec).containers);

/** What Kiali asks its users for, as its configuration in the same namespace says. */
function kialiStrategy({ namespace, name }: Workload, mesh: Mesh): string | undefined {
  const config = mesh.set.objects.find(
    ({ id }) => id.kind === "ConfigMap" && id.namespace === namespace && id.name === name,
  );
  const written = text(fields(config?.object.data)["config.yaml"]);
  try {
    return text(fields(fields(parse(written ?? "")).auth).strategy);
  } catch {
    return undefined;
  }
}

const asksNobody = (env: unknown): boolean =>
  list(env).some(
    ({ name, value }) => name === "GF_AUTH_ANONYMOUS_ENABLED" && String(value) === "true",
  );

/** A tool that shows the mesh to whoever reaches it, by its name; nothing where it asks for a login. */
export function openTool(workload: Workload, mesh: Mesh): string | undefined {
  for (const { image, env } of containers(workload)) {
    const name = imageName(text(image) ?? "");
    const asks =
      (name === "kiali/kiali" && kialiStrategy(workload, mesh) !== "anonymous") ||
      (name === "grafana/grafana" && !asksNobody(env));
    const tool = tools[name];
    if (tool !== undefined && !asks) {
      return tool;
    }
  }
  return undefined;
}
