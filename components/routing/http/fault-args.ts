import type * as pulumi from "@pulumi/pulumi";

/** Statuses that a gRPC call ends with. */
export const GrpcStatus = {
  /** No error. */
  Ok: "OK",
  /** The caller gave up. */
  Cancelled: "CANCELLED",
  /** No more is known. */
  Unknown: "UNKNOWN",
  /** The caller's arguments are wrong whatever the state. */
  InvalidArgument: "INVALID_ARGUMENT",
  /** It took too long. */
  DeadlineExceeded: "DEADLINE_EXCEEDED",
  /** What was asked for does not exist. */
  NotFound: "NOT_FOUND",
  /** What was to be created exists. */
  AlreadyExists: "ALREADY_EXISTS",
  /** The caller may not. */
  PermissionDenied: "PERMISSION_DENIED",
  /** A quota or the space is used up. */
  ResourceExhausted: "RESOURCE_EXHAUSTED",
  /** The state does not allow it. */
  FailedPrecondition: "FAILED_PRECONDITION",
  /** Another call came in between. */
  Aborted: "ABORTED",
  /** Beyond the valid range. */
  OutOfRange: "OUT_OF_RANGE",
  /** The method does not exist. */
  Unimplemented: "UNIMPLEMENTED",
  /** The service broke. */
  Internal: "INTERNAL",
  /** The service cannot be reached; callers may try again. */
  Unavailable: "UNAVAILABLE",
  /** Data is lost for good. */
  DataLoss: "DATA_LOSS",
  /** The caller did not say who it is. */
  Unauthenticated: "UNAUTHENTICATED",
} as const;
export type GrpcStatus = (typeof GrpcStatus)[keyof typeof GrpcStatus];

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
