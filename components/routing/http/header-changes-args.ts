import type * as pulumi from "@pulumi/pulumi";

/** Changes to the headers of a request or of a response. Names are in lower case. */
export interface HeaderChanges {
  /** Headers that replace those of the same name. @default - none */
  set?: { [name: string]: pulumi.Input<string> };
  /** Headers that are added to those of the same name. @default - none */
  add?: { [name: string]: pulumi.Input<string> };
  /** Names of headers that are taken away. @default - none */
  remove?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * Changes to headers on their way.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Headers
 */
export interface HeaderOptions {
  /** Before the request goes to the service. @default - none */
  request?: HeaderChanges;
  /** Before the answer goes back to the client. @default - none */
  response?: HeaderChanges;
}
