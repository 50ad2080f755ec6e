import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { IstioAnnotations } from "../../schemas/annotation-list";
import { moduleDir } from "./module-dir";

interface Written {
  name: string;
  /** Alpha where it is not said. */
  featureStatus?: string;
  deprecated: boolean;
  resources: string[];
}

/** What Istio's modules say of annotations; a later release wins. */
export function annotationsOf(
  modules: readonly { module: string; version: string }[],
): IstioAnnotations {
  const all = modules.flatMap(({ module, version }): Written[] => {
    const file = join(moduleDir(module, version), "annotation/annotations.yaml");
    return parse(readFileSync(file, "utf8")).annotations;
  });
  return Object.fromEntries(
    all
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, featureStatus = "Alpha", deprecated, resources }) => [
        name,
        {
          on: resources,
          ...(deprecated && { deprecated }),
          ...(featureStatus === "Alpha" && { alpha: true }),
        },
      ]),
  );
}
