import { Bookinfo, type BookinfoArgs } from "../components";
import { type Application, applicationKeys, workloadArguments } from "./application";
import { argumentKeys, described, mapOf, number, object, type Value } from "./schema";

/** What a stack file may say of Bookinfo. */
export const bookinfoSchema = object({
  ...applicationKeys,
  reviews: described(
    "Versions of reviews to run, and the percentage of requests for each.",
    mapOf(number()),
  ),
  ...argumentKeys<Omit<BookinfoArgs, "namespace" | "reviews">>("BookinfoArgs", {
    details: true,
    ratings: true,
    mysqlPassword: true,
    services: true,
    restricted: true,
    registry: true,
    tag: true,
    replicas: true,
    labels: true,
    annotations: true,
  }),
});

/** Bookinfo: its page alone is served outside, and every version of reviews runs that has a weight. */
export const bookinfo: Application<Value<typeof bookinfoSchema>, BookinfoArgs> = {
  name: "bookinfo",
  component: Bookinfo,
  workloads: (config, namespace) => ({
    ...workloadArguments(config),
    namespace,
    reviews: Object.keys(config.reviews),
  }),
  versionsArgument: "reviews",
  service: "reviews",
  port: 9080,
  weightsKey: "reviews",
  weights: ({ reviews }) => reviews,
  routes: [
    {
      exact: ["/productpage", "/login", "/logout"],
      prefix: ["/static", "/api/v1/products"],
      service: "productpage",
      port: 9080,
    },
  ],
  page: "/productpage",
};
