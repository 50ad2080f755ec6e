// The Pulumi program of components.bench.ts: the same objects, by components or without them.
import { readFileSync, writeFileSync } from "node:fs";
import { applications } from "./applications";
import { registerObjects, type Shape } from "./objects";

const {
  ISTIO_MESH_BENCH_OBJECTS: objects,
  ISTIO_MESH_BENCH_SHAPE: shape,
  ISTIO_MESH_BENCH_MEMORY: memory,
} = process.env;
process.on("exit", () => {
  if (memory !== undefined) {
    writeFileSync(memory, String(process.resourceUsage().maxRSS / 1024));
  }
});
if (objects === undefined) {
  applications();
} else {
  registerObjects(JSON.parse(readFileSync(objects, "utf8")), shape as Shape);
}
