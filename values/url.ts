const http = /^https?:\/\/[^/\s]+/;
const acmeDirectory = /^https:\/\/[^/\s]+\/\S*$/;
const oci = /^oci:\/\/[^/]+\/./;
const scheme = /^\w+:\/\//;
const slashesAtEnd = /\/+$/;

/** Whether a text is an address of HTTP or HTTPS with a host. */
export const isHttpUrl = (text: string): boolean => http.test(text);

/** An address under which something is asked by HTTP. */
export const httpUrlProblem = (text: string): string | undefined =>
  isHttpUrl(text)
    ? undefined
    : 'is not an address; write for example "http://prometheus.monitoring:9090"';

/** Directory of an ACME server. */
export const isAcmeDirectory = (text: string): boolean => acmeDirectory.test(text);

/** A folder of charts in a registry. */
export const isOciUrl = (text: string): boolean => oci.test(text);

/** A folder of this machine. */
export const isLocalPath = (text: string): boolean => text !== "" && !scheme.test(text);

/** What lies below an address or a folder. */
export const below = (base: string, part: string): string =>
  `${base.replace(slashesAtEnd, "")}/${part}`;
