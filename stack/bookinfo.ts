import type * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  type AppGatewayArgs,
  Bookinfo,
  type BookinfoArgs,
  Canary,
  type CanaryArgs,
  type ControlPlane,
  Dialect,
  type IngressGateway,
  MeshMode,
  Waypoint,
} from "../components";
import { refused } from "./refused";
import {
  described,
  mapOf,
  number,
  object,
  optional,
  type Problem,
  text,
  type Value,
} from "./schema";

/** What a stack file may say of Bookinfo. */
export const bookinfoSchema = object({
  namespace: described("One of the namespaces.", text()),
  host: described("Host name that the gateway serves. Default: any.", optional(text())),
  reviews: described(
    "Versions of reviews to run, and the percentage of requests for each.",
    mapOf(number()),
  ),
  registry: described("Where the images come from.", optional(text())),
  tag: described("Tag of the images.", optional(text())),
});

type BookinfoConfig = Value<typeof bookinfoSchema>;

/** Port on which every service of Bookinfo listens. */
const port = 9080;

/** Name of the one waypoint that an ambient namespace of a stack has. */
export const waypointName = "waypoint";

/** Paths that the page needs from outside; the other services stay inside. */
const publicPaths = {
  exact: ["/productpage", "/login", "/logout"],
  prefix: ["/static", "/api/v1/products"],
};

/** Every version of reviews runs that the split names. */
const workloadArgs = (
  { reviews, registry, tag }: BookinfoConfig,
  namespace: pulumi.Input<string>,
): BookinfoArgs => ({
  namespace,
  reviews: Object.keys(reviews),
  ...(registry !== undefined && { registry }),
  ...(tag !== undefined && { tag }),
});

/** The entry from outside: the page alone. */
const entryArgs = ({ host }: BookinfoConfig, namespace: pulumi.Input<string>): AppGatewayArgs => ({
  namespace,
  ...(host !== undefined && { hosts: [host] }),
  routes: [{ ...publicPaths, service: "productpage", port }],
});

/** A waypoint splits by the Gateway API, sidecars in Istio's kinds. */
const splitArgs = (
  { reviews }: BookinfoConfig,
  namespace: pulumi.Input<string>,
  mode: MeshMode | undefined,
): CanaryArgs => ({
  service: "reviews",
  namespace,
  versions: Object.entries(reviews).map(([name, weight]) => ({ name, weight })),
  ...(mode === MeshMode.Ambient && { dialect: Dialect.GatewayApi, port }),
});

/** What the components refuse of Bookinfo in a namespace of this mode. */
export function bookinfoProblems(bookinfo: BookinfoConfig, mode: MeshMode | undefined): Problem[] {
  const { namespace, reviews } = bookinfo;
  const versions = Object.keys(reviews);
  const keyOf = (argument: string) => {
    const [, index] = /^(?:reviews|versions)\[(\d+)\]/.exec(argument) ?? [];
    return index === undefined
      ? `bookinfo.${argument.replace("versions", "reviews").replace("hosts[0]", "host")}`
      : `bookinfo.reviews.${versions[Number(index)]}`;
  };
  const workloads = refused(Bookinfo, "bookinfo", workloadArgs(bookinfo, namespace), keyOf);
  const split = refused(Canary, "reviews", splitArgs(bookinfo, namespace, mode), keyOf);
  const told = new Set(workloads.map(({ path }) => path));
  return [
    ...workloads,
    ...split.filter(({ path }) => !told.has(path)),
    ...refused(AppGateway, "bookinfo", entryArgs(bookinfo, namespace), keyOf),
  ];
}

/** Where Bookinfo runs. */
interface Surroundings {
  controlPlane: ControlPlane;
  ingress: IngressGateway;
  namespace: pulumi.Input<string>;
  mode: MeshMode | undefined;
}

/** The application, its entry and the split of reviews, which it returns. */
export function deployBookinfo(
  bookinfo: BookinfoConfig,
  { controlPlane, ingress, namespace, mode }: Surroundings,
): Canary {
  const waypoint =
    mode === MeshMode.Ambient
      ? [new Waypoint(waypointName, { namespace }, { dependsOn: [controlPlane] })]
      : [];
  const workloads = new Bookinfo("bookinfo", workloadArgs(bookinfo, namespace), {
    dependsOn: [controlPlane],
  });
  new AppGateway(
    "bookinfo",
    { ...entryArgs(bookinfo, namespace), selector: ingress.selector },
    { dependsOn: [controlPlane, workloads] },
  );
  return new Canary("reviews", splitArgs(bookinfo, namespace, mode), {
    dependsOn: [controlPlane, workloads, ...waypoint],
  });
}
