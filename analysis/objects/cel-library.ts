import { isIP } from "node:net";
import type * as celModule from "@bufbuild/cel";

type Cel = typeof celModule;

function parsed(text: string): URL | undefined {
  // Kubernetes takes absolute addresses and absolute paths.
  const absolute = text.startsWith("/")
    ? `http:${text.startsWith("//") ? "" : "//x"}${text}`
    : text;
  return URL.canParse(absolute) ? new URL(absolute) : undefined;
}

/** The functions that Kubernetes adds to the language and rules of mesh kinds use. */
export function kubernetesFunctions({ celFunc, celMethod, CelScalar, mapType }: Cel) {
  const { STRING, BOOL } = CelScalar;
  const url = mapType(STRING, STRING);
  return [
    celFunc("isIP", [STRING], BOOL, (text) => isIP(text) !== 0),
    celFunc("isURL", [STRING], BOOL, (text) => parsed(text) !== undefined),
    celFunc("url", [STRING], url, (text) => {
      const address = parsed(text);
      if (address === undefined) {
        throw new Error(`${JSON.stringify(text)} is no URL`);
      }
      const scheme = text.startsWith("/") ? "" : address.protocol.slice(0, -":".length);
      return new Map([
        ["scheme", scheme],
        ["host", address.host],
        ["hostname", address.hostname],
        ["port", address.port],
        ["path", address.pathname],
      ]);
    }),
    ...["scheme", "host", "hostname", "port"].map((part) =>
      celMethod(`get${part.charAt(0).toUpperCase()}${part.slice(1)}`, url, [], STRING, function () {
        return String(this.get(part) ?? "");
      }),
    ),
  ];
}
