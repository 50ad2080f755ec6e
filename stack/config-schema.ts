import {
  type ControlPlaneArgs,
  type IngressGatewayArgs,
  MeshMode,
  MutualTlsMode,
} from "../components";
import { reviewsVersions } from "../components/apps/bookinfo/services";
import { dnsLabel, host, integer, oneOf } from "../components/validation/tests";
import { argumentsOf, choice, mapOf, number, object, optional, text, type Value } from "./schema";

const reviewsVersion = oneOf(Object.fromEntries(reviewsVersions.map((v) => [v, v])));

/** Everything that a stack file may say under `istio-mesh:`. */
export const configSchema = object({
  /** The control plane; keys as in `ControlPlaneArgs`. */
  mesh: argumentsOf<ControlPlaneArgs>(),
  /** The ingress gateway; keys as in `IngressGatewayArgs`. */
  gateway: optional(argumentsOf<IngressGatewayArgs>()),
  /** Namespaces to create, and how each joins the mesh. */
  namespaces: mapOf(dnsLabel, choice(MeshMode)),
  bookinfo: object({
    namespace: text(),
    /** Host name that the gateway serves; any when it is left out. */
    host: optional(text(host)),
    /** Versions of reviews to run, and the percentage of requests for each. */
    reviews: mapOf(reviewsVersion, number(integer(0, 100))),
    registry: optional(text()),
    tag: optional(text()),
  }),
  /** What Bookinfo's workloads accept from others. */
  mtls: optional(choice(MutualTlsMode)),
  /** Clients to try requests from: name and namespace. */
  clients: optional(mapOf(dnsLabel, text())),
});

export type StackConfig = Value<typeof configSchema>;
