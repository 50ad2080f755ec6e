// The Pulumi program of components.bench.ts: the same objects, by components or one by one.
import { readFileSync, writeFileSync } from "node:fs";
import * as k8s from "@pulumi/kubernetes";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { applications } from "./applications";

const raw = (objects: MeshObject[]) => {
  for (const object of objects) {
    const { name } = object.metadata as { name: string };
    new k8s.apiextensions.CustomResource(`${object.kind}-${name}`, object as never);
  }
};

const { ISTIO_MESH_BENCH_OBJECTS: objects, ISTIO_MESH_BENCH_MEMORY: memory } = process.env;
process.on("exit", () => {
  if (memory !== undefined) {
    writeFileSync(memory, String(process.resourceUsage().maxRSS / 1024));
  }
});
if (objects === undefined) {
  applications();
} else {
  raw(JSON.parse(readFileSync(objects, "utf8")));
}
