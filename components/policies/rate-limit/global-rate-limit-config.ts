import * as pulumi from "@pulumi/pulumi";
import { entryKey, entryValue } from "./global-rate-limit-entry";
import type { GlobalLimit, GlobalRateLimit, RateLimitEntry } from "./rate-limit-args";

/** A part of the service's configuration: a limit, further parts below it, or both. */
interface Node {
  key: string;
  value?: string;
  rate_limit?: { unit: string; requests_per_unit: pulumi.Input<number> };
  descriptors?: Node[];
}

/** The part of this key and value, made if there is none: limits of one beginning share it. */
function below(nodes: Node[], key: string, value: string | undefined): Node {
  const found = nodes.find((node) => node.key === key && node.value === value);
  if (found) {
    return found;
  }
  const made: Node = { key, ...(value !== undefined && { value }) };
  nodes.push(made);
  return made;
}

function addLimit(top: Node[], entries: RateLimitEntry[], limit: GlobalLimit): void {
  let nodes = top;
  let last: Node | undefined;
  for (const entry of entries) {
    const key = entryKey(entry);
    last = below(nodes, key, limit.values?.[key] ?? entryValue(entry));
    last.descriptors ??= [];
    nodes = last.descriptors;
  }
  if (last) {
    last.rate_limit = { unit: limit.unit, requests_per_unit: limit.requests };
  }
}

const withoutEmpty = ({ descriptors = [], ...node }: Node): Node => ({
  ...node,
  ...(descriptors.length > 0 && { descriptors: descriptors.map(withoutEmpty) }),
});

/** Configuration of the service as envoyproxy/ratelimit reads it: YAML, of which JSON is a part. */
export function rateLimitServiceConfig({
  domain,
  descriptors,
}: GlobalRateLimit): pulumi.Output<string> {
  const top: Node[] = [];
  for (const { entries, limits = [] } of descriptors) {
    for (const limit of limits) {
      addLimit(top, entries, limit);
    }
  }
  return pulumi
    .output({ domain, descriptors: top.map(withoutEmpty) })
    .apply((config) => JSON.stringify(config, undefined, 2));
}
