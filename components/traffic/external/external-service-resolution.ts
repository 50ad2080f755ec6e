/** How proxies find the addresses of an external service. */
export const Resolution = {
  /** The address that the client called. */
  None: "NONE",
  /** The endpoints, which are addresses. */
  Static: "STATIC",
  /** DNS, asked by the proxy; all addresses of the answer are used. */
  Dns: "DNS",
  /** DNS, asked by the proxy; one address of the answer is used at a time. */
  DnsRoundRobin: "DNS_ROUND_ROBIN",
  /** DNS, asked for the host of each request; for wildcard hosts. */
  DynamicDns: "DYNAMIC_DNS",
} as const;
export type Resolution = (typeof Resolution)[keyof typeof Resolution];
