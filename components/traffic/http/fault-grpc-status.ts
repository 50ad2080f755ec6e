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
