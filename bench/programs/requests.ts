// requests.ts WHAT SERVICES: does one thing in a mesh of so many services, and prints the milliseconds of the processor
// that it took, how much came of it, and the most memory the process had.
import { Mesh } from "../../analysis/mesh/mesh";
import { Scope } from "../../analysis/mesh/scope";
import { answer } from "../../analysis/requests/ask";
import { impact } from "../../analysis/requests/impact/impact";
import { reach } from "../../analysis/requests/reach/reach";
import type { Request } from "../../analysis/requests/request";
import { meshObjects } from "../mesh-objects";

const [what = "", number = ""] = process.argv.slice(2);
const services = Number(number);

const meshOf = (objects = meshObjects(services)) => new Mesh(objects, { scope: Scope.Cluster });

/** Every route of the mesh, or only the first, has other weights. */
function reweighted(isMeant: (i: number) => boolean): Mesh {
  const objects = meshObjects(services);
  const routes = objects.filter(({ kind }) => kind === "VirtualService");
  for (const { spec } of routes.filter((_, i) => isMeant(i))) {
    const { http } = spec as { http: { route: { weight?: number }[] }[] };
    const [first, second] = http[1]?.route ?? [];
    if (first && second) {
      first.weight = 50;
      second.weight = 50;
    }
  }
  return meshOf(objects);
}

const placeOf = (i: number) => {
  const at = i % services;
  return { name: `service-${at}`, namespace: `shop-${Math.floor(at / 10)}` };
};

/** A call between two services of a namespace, each time others. */
function call(i: number): Request {
  const from = placeOf(i);
  const to = placeOf(i - (i % 10) + ((i * 7) % 10));
  const host = `${to.name}.${to.namespace}.svc.cluster.local`;
  return {
    from: { kind: "workload", name: `${from.name}-v1`, namespace: from.namespace },
    protocol: "http",
    host,
    port: 80,
    http: { authority: host, method: "GET", path: "/", headers: {}, scheme: "http" },
  };
}

/** What is measured, and how often it is done; sets are read beforehand. */
const tasks: Record<string, () => () => number> = {
  answers() {
    const mesh = meshOf();
    return () => {
      const count = 10_000;
      for (let i = 0; i < count; i++) {
        answer(mesh, call(i));
      }
      return count;
    };
  },
  "one weight"() {
    const [before, after] = [meshOf(), reweighted((i) => i === 0)];
    return () => impact(before, after).changes.length;
  },
  "every weight"() {
    const [before, after] = [meshOf(), reweighted(() => true)];
    return () => impact(before, after).changes.length;
  },
  reach() {
    const mesh = meshOf();
    return () => reach(mesh).length;
  },
};

const task = tasks[what];
if (task === undefined) {
  throw new Error(`there is no task ${what}; there are: ${Object.keys(tasks).join(", ")}`);
}
const run = task();
const began = process.cpuUsage();
const count = run();
const { user, system } = process.cpuUsage(began);
const ms = (user + system) / 1000;
process.stdout.write(JSON.stringify({ ms, count, mb: process.resourceUsage().maxRSS / 1024 }));
