import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  type AppGatewayArgs,
  TrafficPolicy,
  type TrafficPolicyArgs,
} from "../../components";
import { trafficPolicyPlan } from "../../components/policies/traffic/traffic-policy-plan";
import type { ArgumentType } from "../../schemas/argument-schema";
import { argumentFields, argumentSchema } from "../../schemas/argument-store";
import { allChanges } from "../support/component-case";
import { failureOf, record } from "../support/record";
import { Beside, type ComponentChanges } from "../support/transitions/changes";

/** `old → new` of every argument that had another name before. */
const renamed = new Set(
  Object.values(argumentSchema().definitions).flatMap((fields) =>
    Object.entries(fields)
      .filter(([, { formerly }]) => formerly !== undefined)
      .map(([now, { formerly }]) => `${formerly} → ${now}`),
  ),
);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !pulumi.Output.isInstance(value);

/** The value by the names that its arguments had before; those found are added to `met`. */
function byOldNames(value: unknown, type: ArgumentType, met: Set<string>): unknown {
  if (typeof type === "string" || "enum" in type || !isObject(value)) {
    return value;
  }
  if ("list" in type) {
    return Array.isArray(value)
      ? value.map((entry) => byOldNames(entry, type.list.type, met))
      : value;
  }
  if (!("ref" in type)) {
    return value;
  }
  const fields = argumentFields(type.ref);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const field = fields[key];
      if (field?.formerly !== undefined) {
        met.add(`${field.formerly} → ${key}`);
      }
      return [field?.formerly ?? key, field ? byOldNames(inner, field.type, met) : inner];
    }),
  );
}

/** Arguments that work: the bases, and each with one more of a closed set or of the values tried. */
function worlds({ component, bases, values }: ComponentChanges): object[] {
  const fields = argumentFields(argumentSchema().roots[component]?.ref ?? "");
  const more = Object.entries(fields).flatMap(([key, { type }]) => {
    const [tried] = (values[key] ?? []).filter((value) => !(value instanceof Beside));
    const [first] = typeof type === "object" && "enum" in type ? type.enum : [tried];
    return first === undefined ? [] : [{ [key]: first }];
  });
  return Object.values(bases).flatMap((base) => [
    base,
    ...more.map((argument) => ({ ...argument, ...base })),
  ]);
}

const outcome = (create: () => unknown) =>
  record(create).then(
    ({ resources, warnings }) => ({ resources, refused: undefined, warnings }),
    (error: Error) => ({ resources: undefined, refused: error.message, warnings: [] }),
  );

/** Pairs that `args` hold; that they mean the same by either name, and that the old one is told of. */
async function triedPairs({ component, create }: ComponentChanges, args: object) {
  const found = new Set<string>();
  const ref = argumentSchema().roots[component]?.ref ?? "";
  const old = byOldNames(args, { ref }, found) as object;
  if (found.size === 0) {
    return [];
  }
  const now = await outcome(() => create("x", args));
  const before = await outcome(() => create("x", old));
  assert.deepEqual(before.resources, now.resources);
  assert.equal(before.refused, now.refused);
  const pairs = now.resources ? [...found] : [];
  for (const pair of pairs) {
    assert.ok(before.warnings.join().includes(`is called ${pair.split(" → ")[1]} now`), pair);
  }
  return pairs;
}

describe("an old name of an argument", () => {
  const met = new Set<string>();

  for (const changes of allChanges) {
    it(`says the same as the new one in ${changes.component}, and is told of`, async function () {
      this.timeout(20_000);
      for (const args of worlds(changes)) {
        for (const pair of await triedPairs(changes, args)) {
          met.add(pair);
        }
      }
    });
  }

  it("is what messages about the argument, and about what is in it, name", () => {
    const route = {
      service: "api",
      port: 80,
      cors: { allowOrigins: ["*"], allowCredentials: true },
    };
    const untyped: object = { namespace: "shop", hosts: ["api.example.com"], routes: [route] };
    assert.throws(
      () => new AppGateway("api", untyped as AppGatewayArgs),
      /\n {2}routes\[0\]\.cors\.allowOrigins\[0\]: "\*" beside allowCredentials/,
    );
    const without: object = { namespace: "shop", host: undefined };
    assert.throws(
      () => new TrafficPolicy("a", without as TrafficPolicyArgs),
      /\n {2}host: is missing/,
    );
    const nothing: object = { namespace: "shop" };
    assert.throws(
      () => new TrafficPolicy("a", nothing as TrafficPolicyArgs),
      /\n {2}service: is missing; write a text \(formerly host\)/,
    );
  });

  it("is what messages about what arrives later name", async () => {
    const untyped: object = {
      namespace: "shop",
      host: pulumi.output(Promise.resolve("Web")),
      tls: { mode: "DISABLE" },
    };
    const { object } = trafficPolicyPlan("a", untyped as TrafficPolicyArgs);
    const { message } = await failureOf(object.spec.host);
    assert.match(message, /\n {2}host: "Web" is not a host name/);
  });

  it("is tried for every argument that has one", () => {
    assert.deepEqual([...met].sort(), [...renamed].sort());
  });
});
