import { type Asked, gets, objectOf, says, type World, waypoint } from "../../support/asked";

const targetPorts = (world: World, service: string): unknown[] => {
  const { ports } = objectOf(world, "Service", service).spec as {
    ports: readonly { targetPort?: unknown }[];
  };
  return ports.map(({ targetPort }) => targetPort);
};

export default {
  proxies: [waypoint("waypoint", "shop")],
  asks: [
    gets(
      "waypoint",
      { host: "catalog.shop.svc.cluster.local" },
      "90 catalog-v1.shop:80, 10 catalog-v2.shop:80; within 2s; 2 retries",
    ),
    gets(
      "waypoint",
      { host: "catalog.shop.svc.cluster.local", headers: { cookie: "a=b; group=testers" } },
      "100 catalog-v2.shop:80; within 2s; 2 retries",
      "a tester's request",
    ),
    says(
      "the Services of the versions have the target port",
      (world) => ["catalog-v1", "catalog-v2"].flatMap((name) => targetPorts(world, name)),
      [8080, 8080],
    ),
  ],
} satisfies Asked;
