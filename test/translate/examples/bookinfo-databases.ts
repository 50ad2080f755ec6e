import { type Asked, gets, says, sidecar } from "../../support/asked";
import { addresses } from "../../support/envoy";
import type { ProxyConfig } from "../../support/translate";

const versions = {
  "ratings-db": "v2",
  "ratings-mysql": "v2-mysql",
  "ratings-mysql-vm": "v2-mysql-vm",
};

const asksPages = Object.entries(versions).flatMap(([namespace, version]) => [
  gets(
    `reviews of ${namespace}`,
    { host: `ratings.${namespace}.svc.cluster.local`, port: 9080 },
    `100 ratings.${namespace}:9080 ${version}; 2 retries`,
    "ratings",
  ),
  gets(
    `reviews of ${namespace}`,
    { host: `reviews.${namespace}.svc.cluster.local`, port: 9080 },
    `100 reviews.${namespace}:9080 v3; 2 retries`,
    "reviews",
  ),
]);

/** Pods, or the machine, that take the connections of ratings to its database. */
const asksDatabase = (namespace: string, host: string, port: number, expected: string[]) =>
  says(
    `ratings of ${namespace} connects to ${host}:${port} at ${expected.join(", ")}`,
    ({ configs }) =>
      addresses(
        configs[`ratings of ${namespace}`] as ProxyConfig,
        `${host}.svc.cluster.local`,
        port,
      ).map((address) => address.replace(/^10\..*:/, "a Pod:")),
    expected,
  );

export default {
  proxies: Object.entries(versions).flatMap(([namespace, version]) => [
    sidecar(`reviews of ${namespace}`, namespace, { app: "reviews", version: "v3" }),
    sidecar(`ratings of ${namespace}`, namespace, { app: "ratings", version }),
  ]),
  asks: [
    ...asksPages,
    asksDatabase("ratings-db", "mongodb.ratings-db", 27017, ["a Pod:27017"]),
    asksDatabase("ratings-mysql", "mysqldb.ratings-mysql", 3306, ["a Pod:3306"]),
    asksDatabase("ratings-mysql-vm", "mysqldb.vm", 3306, ["192.0.2.10:3306"]),
  ],
} satisfies Asked;
