import {
  type ControlPlaneArgs,
  type IngressGatewayArgs,
  MeshMode,
  MutualTlsMode,
} from "../components";
import { reviewsVersions } from "../components/apps/bookinfo/services";
import { dnsLabel, host, integer, oneOf } from "../components/validation/tests";
import {
  argumentsOf,
  choice,
  described,
  mapOf,
  number,
  object,
  optional,
  text,
  type Value,
} from "./schema";

const reviewsVersion = oneOf(Object.fromEntries(reviewsVersions.map((v) => [v, v])));

/** Everything that a stack file may say under `istio-mesh:`. */
export const configSchema = object({
  mesh: described(
    "The control plane: arguments of ControlPlane.",
    argumentsOf<ControlPlaneArgs>("ControlPlaneArgs"),
  ),
  gateway: described(
    "The ingress gateway: arguments of IngressGateway.",
    optional(argumentsOf<IngressGatewayArgs>("IngressGatewayArgs")),
  ),
  namespaces: described(
    "Namespaces to create, and how each joins the mesh.",
    mapOf(dnsLabel, choice(MeshMode)),
  ),
  bookinfo: described(
    "The application that runs on the mesh.",
    object({
      namespace: described("One of the namespaces.", text()),
      host: described("Host name that the gateway serves. Default: any.", optional(text(host))),
      reviews: described(
        "Versions of reviews to run, and the percentage of requests for each.",
        mapOf(reviewsVersion, number(integer(0, 100))),
      ),
      registry: described("Where the images come from.", optional(text())),
      tag: described("Tag of the images.", optional(text())),
    }),
  ),
  mtls: described(
    "What Bookinfo's workloads accept from others. Default: what the mesh says.",
    optional(choice(MutualTlsMode)),
  ),
  clients: described(
    "Clients to try requests from: name and namespace.",
    optional(mapOf(dnsLabel, text())),
  ),
});

export type StackConfig = Value<typeof configSchema>;
