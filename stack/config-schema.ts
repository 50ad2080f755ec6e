import {
  ControlPlaneSize,
  GatewayApiMode,
  Installer,
  MeshMode,
  MutualTlsMode,
  Platform,
  PodSecurity,
  Preset,
  Profile,
  ServiceType,
} from "../components";
import { reviewsVersions } from "../components/apps/bookinfo/services";
import { dnsLabel, host, integer, metadataKey, oneOf } from "../components/validation/tests";
import { choice, flag, mapOf, number, object, openMap, optional, text, type Value } from "./schema";

const charts = object({
  repository: optional(text()),
  oci: optional(text()),
  path: optional(text()),
});

const reviewsVersion = oneOf(Object.fromEntries(reviewsVersions.map((v) => [v, v])));

/** Everything that a stack file may say under `istio-mesh:`. */
export const configSchema = object({
  /** The control plane; keys as in `ControlPlaneArgs`. */
  mesh: object({
    profile: choice(Profile),
    version: optional(text()),
    preset: optional(choice(Preset)),
    platform: optional(choice(Platform)),
    hub: optional(text()),
    tag: optional(text()),
    charts: optional(charts),
    cni: optional(flag()),
    gatewayApi: optional(
      object({ mode: optional(choice(GatewayApiMode)), manifest: optional(text()) }),
    ),
    meshConfig: optional(openMap()),
    size: optional(choice(ControlPlaneSize)),
    installer: optional(choice(Installer)),
    revision: optional(text()),
    createNamespace: optional(flag()),
    podSecurity: optional(choice(PodSecurity)),
    agentNamespace: optional(text()),
    values: optional(
      object({
        base: optional(openMap()),
        istiod: optional(openMap()),
        cni: optional(openMap()),
        ztunnel: optional(openMap()),
      }),
    ),
  }),
  /** The ingress gateway; keys as in `IngressGatewayArgs`. */
  gateway: optional(
    object({
      namespace: optional(text()),
      createNamespace: optional(flag()),
      gatewayName: optional(text()),
      serviceType: optional(choice(ServiceType)),
      serviceAnnotations: optional(mapOf(metadataKey, text())),
      replicas: optional(number(integer(0))),
      values: optional(openMap()),
    }),
  ),
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
