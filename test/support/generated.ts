import type { MeshObject } from "../../analysis/objects/mesh-object";
import type { Schema } from "../../schemas/kind-schema";
import type { Random } from "./random";

const texts = [
  "",
  "a",
  "v1",
  "*",
  "*.a.com",
  "a.com",
  "*a.com",
  "a.b.svc.cluster.local",
  "A_b",
  "a b",
  "-a",
  "ns/gw",
  "ns/*",
  "./*",
  "*/*",
  "./a.com",
  "mesh",
  ".",
  "~",
  "/",
  "/a",
  "a/b/c",
  "1s",
  "0s",
  "1ms",
  "100us",
  "1.5s",
  "-1s",
  "1h30m",
  "abc",
  "1.2.3.4",
  "10.0.0.0/8",
  "::1",
  "1.2.3.4/64",
  "http://a.com/b",
  "https://a.com",
  "oci://a/b",
  "80",
  "0",
  "65536",
  "^a.*$",
  "(",
  "[a",
  "GET",
  "PROPFIND",
  "HTTP",
  "https",
  "TCP",
  "5xx",
  "5xx,reset",
  "gateway-error",
  "503",
  "x-a",
  ":authority",
  "Host",
  "region/zone",
  "region/*",
  "cluster.local/ns/a/sa/b",
  "source.ip",
  "request.headers[x-a]",
  "destination.port",
  "unix:///a",
  "unix://@a",
  "%REQ(A)%",
  "100%",
  "default",
  "x".repeat(64),
  "spiffe://a",
];
const numbers = [
  -1, 0, 1, 2, 50, 80, 99, 100, 101, 200, 301, 443, 500, 599, 600, 8080, 65535, 65536, 1.5,
];

/** A value that the schema's shape allows, and its rules or istiod may not. */
export function generate(schema: Schema, random: Random, depth = 0): unknown {
  if (schema.enum) {
    return random.chance(0.97) ? random.pick(schema.enum) : "UNKNOWN";
  }
  switch (schema.type) {
    case "array": {
      const length = random.pick([0, 1, 1, 1, 2, 2, 3]);
      return Array.from({ length }, () => generate(schema.items ?? {}, random, depth + 1));
    }
    case "object":
      return generateObject(schema, random, depth);
    case "integer":
    case "number": {
      const whole = schema.type === "integer" ? numbers.filter(Number.isInteger) : numbers;
      return random.pick(random.chance(0.98) ? whole : numbers);
    }
    case "boolean":
      return random.chance(0.5);
    default:
      return random.pick(texts);
  }
}

function generateObject(schema: Schema, random: Random, depth: number): unknown {
  const { properties = {}, additionalProperties, required = [] } = schema;
  if (typeof additionalProperties === "object") {
    return Object.fromEntries(
      Array.from({ length: random.below(3) }, () => [
        random.pick(texts),
        generate(additionalProperties, random, depth + 1),
      ]),
    );
  }
  const wanted = depth < 2 ? 0.5 : 0.25;
  const entries = Object.entries(properties).filter(([name]) =>
    random.chance(required.includes(name) ? 0.98 : wanted),
  );
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, generate(inner, random, depth + 1)]),
  );
}

type Place = { holder: Record<string, unknown> | unknown[]; key: string | number };

/** Envoy's own configuration inside an EnvoyFilter is judged by Envoy's types, which nobody has here. */
const opaque = new Set(["typed_config", "value"]);

/** Every part of a value, those that hold others before these. */
export function places(value: unknown, kind: string): Place[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  const own = Array.isArray(value)
    ? value.map((_, key) => ({ holder: value, key }))
    : Object.keys(value).map((key) => ({ holder: value as Record<string, unknown>, key }));
  return own.flatMap((place) => [
    place,
    ...(kind === "EnvoyFilter" && opaque.has(String(place.key))
      ? []
      : places((place.holder as Record<string | number, unknown>)[place.key], kind)),
  ]);
}

/** The object with one to three changes of the kind that people make. */
export function mutate<T extends MeshObject>(object: T, random: Random): T {
  const changed = structuredClone(object);
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const all = places(changed.spec, changed.kind);
    if (all.length === 0) {
      return changed;
    }
    change(random.pick(all), random);
  }
  return changed;
}

function change({ holder, key }: Place, random: Random): void {
  const target = holder as Record<string | number, unknown>;
  const old = target[key];
  switch (random.below(5)) {
    case 0:
      if (Array.isArray(holder)) {
        holder.splice(Number(key), 1);
      } else {
        delete target[key];
      }
      return;
    case 1:
      target[key] = typeof old === "number" ? random.pick(numbers) : random.pick(texts);
      return;
    case 2:
      if (Array.isArray(holder)) {
        holder.push(structuredClone(old));
      } else {
        target[`${key}x`] = structuredClone(old);
      }
      return;
    case 3:
      target[key] = Array.isArray(old) ? [] : typeof old === "object" ? {} : random.pick(texts);
      return;
    default:
      target[key] = typeof old === "string" ? random.pick(texts) : random.pick(numbers);
  }
}
