import type { Request } from "./request";

const pad = (name: string, value: string): string => ` -H ${JSON.stringify(`${name}: ${value}`)}`;

const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host);

/** A request as somebody writes it: `GET http://reviews:9080/ -H "end-user: jason"`. */
export function requestWords({ protocol, host, port, http, sni, token, ...rest }: Request): string {
  const usual = { http: 80, https: 443, grpc: undefined, tls: 443, tcp: undefined }[protocol];
  const place = `${bracketed(host)}${port === usual ? "" : `:${port}`}`;
  const method = http === undefined ? "" : `${http.method} `;
  const headers = Object.entries(http?.headers ?? {}).map(([name, value]) => pad(name, value));
  const claims = token?.kind === "valid" ? Object.entries(token.claims) : [];
  const named = http !== undefined && ![host, place].includes(http.authority);
  return [
    `${method}${protocol}://${place}${http?.path ?? ""}`,
    ...(named ? [pad("host", http.authority)] : []),
    ...headers,
    ...(sni !== undefined && sni !== host ? [` --sni ${sni}`] : []),
    ...(rest.clientCertificate?.names ?? []).map((name) => ` --client-cert ${name}`),
    ...claims.map(
      ([key, value]) =>
        ` --claim ${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
    ),
    ...(token?.kind === "invalid" ? [" --invalid-token"] : []),
  ].join("");
}
