import {
  type ControlPlaneArgs,
  type IngressGatewayArgs,
  MeshMode,
  MutualTlsMode,
} from "../components";
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

/**
 * Everything that a stack file may say under `istio-mesh:`, and of what kind it is. What a value may be
 * the component says that gets it.
 */
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
    mapOf(choice(MeshMode)),
  ),
  bookinfo: described(
    "The application that runs on the mesh.",
    object({
      namespace: described("One of the namespaces.", text()),
      host: described("Host name that the gateway serves. Default: any.", optional(text())),
      reviews: described(
        "Versions of reviews to run, and the percentage of requests for each.",
        mapOf(number()),
      ),
      registry: described("Where the images come from.", optional(text())),
      tag: described("Tag of the images.", optional(text())),
    }),
  ),
  mtls: described(
    "What Bookinfo's workloads accept from others. Default: what the mesh says.",
    optional(choice(MutualTlsMode)),
  ),
  clients: described("Clients to try requests from: name and namespace.", optional(mapOf(text()))),
});

/** A stack file that was read. */
export type StackConfig = Value<typeof configSchema>;
