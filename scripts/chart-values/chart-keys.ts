import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { ChartValueSchema } from "../../schemas/chart-value-store";
import { keyTree } from "./key-tree";

const scopes: Record<string, string> = { istiod: "pilot", cni: "cni" };
const names = ["base", "istiod", "cni", "ztunnel", "gateway"];

/** The keys that the charts of a folder know. */
export function chartKeys(folder: string): ChartValueSchema {
  const read = (...path: string[]) => readFileSync(join(folder, ...path), "utf8");
  const files = (chart: string, dir: string) => readdirSync(join(folder, chart, dir)).sort();
  const keys = names.map((chart) => {
    const others = files(chart, "files").filter((file) => !file.startsWith("crd-"));
    const profiles = others.filter((file) => file.startsWith("profile-"));
    const templates = [
      ...files(chart, "templates").map((file) => read(chart, "templates", file)),
      ...others
        .filter((file) => !profiles.includes(file))
        .map((file) => read(chart, "files", file)),
    ];
    const scope = scopes[chart];
    const tree = keyTree({
      values: parse(read(chart, "values.yaml")),
      profiles: profiles.map((file) => parse(read(chart, "files", file)) ?? {}),
      templates,
      ...(scope && { scope }),
    });
    return [chart, tree] as const;
  });
  return { version: parse(read("istiod", "Chart.yaml")).version, charts: Object.fromEntries(keys) };
}
