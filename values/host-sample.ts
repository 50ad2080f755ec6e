const any = "any.example.com";

/** A name that a host stands for: its own, or one that its wildcard covers. */
export function sampleHost(host: string): string {
  if (host === "*") {
    return any;
  }
  return host.startsWith("*.") ? `any${host.slice(1)}` : host.replace("*", "any");
}
