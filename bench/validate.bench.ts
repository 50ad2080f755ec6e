import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { checkObject } from "../analysis/objects/check";
import type { MeshObject } from "../analysis/objects/mesh-object";
import type { Comparison } from "./paired";

const count = 10_000;

const objects: MeshObject[] = Array.from({ length: count }, (_, i) => {
  const host = `service-${i}.shop.svc.cluster.local`;
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { name: `service-${i}`, namespace: "shop" },
    spec: {
      hosts: [host],
      http: [
        {
          match: [{ headers: { "end-user": { exact: "jason" } } }],
          route: [{ destination: { host, subset: "v2" } }],
        },
        {
          route: [
            { destination: { host, subset: "v1" }, weight: 90 },
            { destination: { host, subset: "v2" }, weight: 10 },
          ],
          timeout: "2s",
          retries: { attempts: 2, perTryTimeout: "500ms" },
        },
      ],
    },
  };
});

/** istioctl reads the same objects from one file; its time includes reading it. */
function writeFile(): string {
  const dir = "build/bench";
  mkdirSync(dir, { recursive: true });
  const file = join(dir, "virtual-services.yaml");
  writeFileSync(file, objects.map((object) => stringify(object)).join("---\n"));
  return file;
}

const file = writeFile();
const istioctl = execFileSync("lab/lab", ["bin", "istioctl"], { encoding: "utf8" }).trim();

async function timed(work: () => void): Promise<[number]> {
  const began = performance.now();
  work();
  return [((performance.now() - began) * 1000) / count];
}

export default {
  title: `validating ${count} VirtualServices`,
  measures: ["µs each"],
  rounds: 5,
  subject: {
    name: "checkObject",
    run: () =>
      timed(() => {
        const wrong = objects.filter((object) => checkObject(object).length > 0);
        if (wrong.length > 0) {
          throw new Error(`${wrong.length} were refused`);
        }
      }),
  },
  baselines: [
    {
      name: "istioctl validate",
      run: () => timed(() => execFileSync(istioctl, ["validate", "-f", file], { stdio: "ignore" })),
    },
  ],
} satisfies Comparison;
