import { Coolstore, type CoolstoreArgs } from "../components";
import { type Application, applicationKeys, workloadArguments } from "./application";
import { argumentKeys, described, mapOf, number, object, type Value } from "./schema";

/** What a stack file may say of the Coolstore. */
export const coolstoreSchema = object({
  ...applicationKeys,
  catalog: described(
    "Versions of catalog to run, and the percentage of requests for each.",
    mapOf(number()),
  ),
  ...argumentKeys<Omit<CoolstoreArgs, "namespace" | "catalogVersions">>("CoolstoreArgs", {
    forum: true,
    localUsers: true,
    upstreams: true,
    registry: true,
    tag: true,
    images: true,
    replicas: true,
    podAnnotations: true,
    labels: true,
    annotations: true,
  }),
});

/** The Coolstore: webapp is served outside, and every version of catalog runs that has a weight. */
export const coolstore: Application<Value<typeof coolstoreSchema>, CoolstoreArgs> = {
  name: "coolstore",
  component: Coolstore,
  workloads(config, namespace) {
    const { catalog, ...args } = workloadArguments(config);
    return { ...args, namespace, catalogVersions: Object.keys(catalog) };
  },
  versionsArgument: "catalogVersions",
  service: "catalog",
  port: 80,
  weightsKey: "catalog",
  weights: ({ catalog }) => catalog,
  routes: [{ service: "webapp", port: 80 }],
  page: "/",
};
