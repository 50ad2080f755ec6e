import type * as pulumi from "@pulumi/pulumi";
import type { GrpcStatus } from "./fault-grpc-status";

/** Lets requests wait before they go on. */
export interface FaultDelay {
  /** How long they wait, e.g. `"7s"`. */
  fixedDelay: pulumi.Input<string>;
  /** Share of the requests, in percent; 0.0001 or more, or 0. @default 100 */
  percentage?: pulumi.Input<number>;
}

/** Ends requests with an error instead of sending them on. Set `httpStatus` or `grpcStatus`. */
export interface FaultAbort {
  /** Status of HTTP, 200 to 599. @default - not used */
  httpStatus?: pulumi.Input<number>;
  /** Status of gRPC. @default - not used */
  grpcStatus?: pulumi.Input<GrpcStatus>;
  /** Share of the requests, in percent; 0.0001 or more, or 0. @default 100 */
  percentage?: pulumi.Input<number>;
}

/**
 * Failures on purpose. Set `delay`, `abort` or both. The proxy neither retries nor times out what it
 * fails by itself: to see a caller's retries, put the fault behind that caller.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection
 */
export interface FaultInjection {
  /** Lets requests wait. @default - none */
  delay?: FaultDelay;
  /** Ends requests with an error. @default - none */
  abort?: FaultAbort;
}
