import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";
import type { ServiceType } from "../../gateways/chart/gateway-chart-args";

/** Families of addresses. */
export const IpFamily = {
  /** Such as 10.0.0.1. */
  IPv4: "IPv4",
  /** Such as fd00::1. */
  IPv6: "IPv6",
} as const;
export type IpFamily = (typeof IpFamily)[keyof typeof IpFamily];

/** How one Service of Bookinfo is reached. */
export interface BookinfoServiceOptions {
  /**
   * Type of the Service: `"ClusterIP"`, `"NodePort"` or `"LoadBalancer"`.
   * @default "ClusterIP"
   */
  type?: pulumi.Input<ServiceType>;
  /**
   * Families of its addresses, `"IPv4"` and `"IPv6"`. Of two the first is that of the main address, which
   * the API server does not change later, and the cluster has to have both.
   * @default - the first one of the cluster
   * @see https://kubernetes.io/docs/concepts/services-networking/dual-stack/
   */
  ipFamilies?: IpFamily[];
  /**
   * Ambient mode only: name of the waypoint that requests to the Service pass, in place of the
   * namespace's; `"none"` lets them pass none.
   * @default - that of the namespace
   * @see https://istio.io/latest/docs/ambient/usage/waypoint/#useawaypoint
   */
  waypoint?: pulumi.Input<string>;
}

/** How the Services of Bookinfo are reached. */
export interface BookinfoServices {
  /**
   * The page itself, which users open.
   * @default - inside the cluster only
   */
  productpage?: BookinfoServiceOptions;
  /**
   * What the page tells of the book itself.
   * @default - inside the cluster only
   */
  details?: BookinfoServiceOptions;
  /**
   * What readers wrote about the book.
   * @default - inside the cluster only
   */
  reviews?: BookinfoServiceOptions;
  /**
   * How many stars readers gave to the book.
   * @default - inside the cluster only
   */
  ratings?: BookinfoServiceOptions;
}

/** Which versions of Bookinfo run, where, and from which images. */
export interface BookinfoArgs extends CommonArgs {
  /** Namespace of the application; enrol it before the Pods are created. */
  namespace: pulumi.Input<string>;
  /**
   * Versions of details to run: `v1` knows its one book by itself, `v2` asks Google's book search at
   * `www.googleapis.com`, port 80, which has to be reachable from the mesh.
   * @default ["v1"]
   * @see https://istio.io/latest/docs/tasks/traffic-management/egress/egress-tls-origination/
   */
  details?: string[];
  /**
   * Versions of reviews to run: `v1` shows no stars, `v2` black ones, `v3` red ones.
   * @default ["v1", "v2", "v3"]
   */
  reviews?: string[];
  /**
   * Versions of ratings to run: `v1` knows its stars by itself. `v2` asks MongoDB and `v2-mysql` MySQL,
   * which run beside it then; `v2-mysql-vm` asks MySQL at `mysqldb.vm.svc.cluster.local`, port 3306,
   * which a ServiceEntry of namespace `vm` may lead to a machine outside. Half of the requests to
   * `v-faulty` fail, half of those to `v-delayed` wait for seven seconds; `v-unavailable` fails every
   * other minute, and `v-unhealthy` every other quarter of an hour, also when its health is asked for.
   * @default ["v1"]
   */
  ratings?: string[];
  /**
   * Password of MySQL's `root`, for `v2-mysql` and `v2-mysql-vm` of ratings.
   * @default "password", as the images know it
   * @secret
   */
  mysqlPassword?: pulumi.Input<string>;
  /**
   * How the Services of the application are reached.
   * @default - inside the cluster only
   */
  services?: BookinfoServices;
  /**
   * Whether the containers of the four services keep to the Pod security level `restricted`: no root, no
   * more privileges, no capabilities. A sidecar keeps to it where Istio's CNI plugin is installed.
   * @default false
   * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
   */
  restricted?: pulumi.Input<boolean>;
  /**
   * Registry path of the images, which are named `examples-bookinfo-<service>-<version>`.
   * @default "docker.io/istio"
   */
  registry?: pulumi.Input<string>;
  /**
   * Tag of the images.
   * @default "1.20.3"
   */
  tag?: pulumi.Input<string>;
  /**
   * Pods of each Deployment, a whole number; 0 keeps the Deployments without Pods.
   * @default 1
   */
  replicas?: pulumi.Input<number>;
}
