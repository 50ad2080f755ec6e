import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { CanaryArgs, MeshTelemetryArgs } from "../components";
import { failureOf, settled } from "../test/support/record";
import type { ArgumentCheck, Safe } from "./argument-check";
import { checkArguments } from "./check-arguments";
import { recall, remember } from "./known-output";
import { dnsLabel, labelValue } from "./predicates";

const good: CanaryArgs = {
  service: "web",
  namespace: "shop",
  versions: [{ name: "v1", weight: 100 }],
};
const check = (args: object = {}): ArgumentCheck<CanaryArgs> =>
  checkArguments<CanaryArgs>("Canary", "web", { ...good, ...args } as CanaryArgs);
const later = <T>(value: unknown) => pulumi.output(value) as pulumi.Output<T>;

describe("arguments of a program without types", () => {
  it("are refused all at once, with what is allowed and what was probably meant", () => {
    assert.throws(
      () => check({ timeOut: "2s", service: undefined, versions: [{ name: 1, weight: "3" }] }),
      (error: Error) => {
        assert.match(error.message, /^Canary "web": 4 arguments cannot work\n/);
        assert.match(
          error.message,
          /timeOut: is not an argument of Canary; allowed: .*service, .*; did you mean "timeout"\?/,
        );
        assert.match(error.message, /service: is missing; write a text/);
        assert.match(error.message, /versions\[0\]\.name: 1 is not a text/);
        assert.match(
          error.message,
          /versions\[0\]\.weight: "3" is not a number; write 3 without quotes/,
        );
        return true;
      },
    );
  });

  it("are taken by a name that they had before, unless the new one is there too", () => {
    const accessLogging = [{ providers: ["envoy"] }];
    const telemetry = (args: object) =>
      checkArguments<MeshTelemetryArgs>("MeshTelemetry", "a", args as MeshTelemetryArgs);
    const { args } = telemetry({ namespace: "shop", accessLogs: accessLogging });
    assert.deepEqual(args, { namespace: "shop", accessLogging });
    assert.throws(
      () => telemetry({ namespace: "shop", accessLogs: accessLogging, accessLogging }),
      /accessLogs: is not an argument of MeshTelemetry/,
    );
  });

  it("lose what is undefined and could be left out", () => {
    assert.deepEqual(check({ timeout: undefined }).args, good);
  });

  it("are no other kinds of objects, which would lose what is in them", () => {
    const ways: [object, RegExp][] = [
      [
        { labels: new Map([["a", "b"]]) },
        /labels: a value of type Map is not an object; write Object.fromEntries\(\.\.\.\) around it/,
      ],
      [{ labels: new Date() }, /labels: a value of type Date is not an object/],
      [{ trafficPolicy: /a/ }, /trafficPolicy: a value of type RegExp is not an object/],
      [{ gateways: new Set(["mesh"]) }, /gateways: a value of type Set is not a list/],
      [{ port: 80n }, /port: 80n is not a number/],
    ];
    for (const [args, message] of ways) {
      assert.throws(() => check(args), message);
    }
    const { args } = check(Object.assign(Object.create(null), { labels: { a: "b" } }));
    assert.deepEqual(args.labels, { a: "b" });
  });

  it("may not have holes in lists and maps", () => {
    assert.throws(
      () => check({ gateways: ["mesh", undefined] }),
      /gateways\[1\]: is missing; .*leave the entry out/,
    );
    assert.throws(
      () => check({ labels: { team: undefined } }),
      /labels\["team"\]: is missing; .*leave the key out/,
    );
  });

  it("are told of unknown words and empty lists when the component says nothing of them", () => {
    const doubtful = check({ dialect: "gateway", matches: [{ version: "v1", headers: [] }] });
    doubtful.fail("dialect", "is told by the component");
    assert.throws(
      () => doubtful.done(),
      /2 arguments cannot work\n {2}matches\[0\]\.headers: is empty, which would mean.*\n {2}dialect: "gateway" is told by the component$/,
    );
    assert.throws(
      () => check({ dialect: "gatewayapi" }).done(),
      /dialect: "gatewayapi" is unknown; allowed: istio, gateway-api; did you mean "gateway-api"\?/,
    );
  });
});

describe("an argument that arrives later", () => {
  it("arrives when it has the declared type", async () => {
    assert.equal(await settled(later(check({ namespace: later("shop") }).args.namespace)), "shop");
  });

  const late: [what: string, value: unknown, says: RegExp][] = [
    ["nothing", undefined, /namespace: arrives as undefined; it has to be a text/],
    ["null", null, /namespace: arrives as null; it has to be a text/],
    ["a number", 7, /namespace: 7 is not a text/],
  ];
  for (const [what, value, says] of late) {
    it(`is held back as ${what}`, async () => {
      const { namespace } = check({ namespace: later(value) }).args;
      assert.match((await failureOf(namespace)).message, says);
    });
  }

  it("is held back as an empty map where absence means more", async () => {
    const { args } = checkArguments("MutualTls", "web", { namespace: "shop", selector: later({}) });
    assert.match((await failureOf(args.selector)).message, /selector: is empty, which would mean/);
  });

  it("does not show a secret, and still says what a reason without it says", async () => {
    const { namespace } = check({ namespace: pulumi.secret(4711) }).args;
    const { message } = await failureOf(namespace);
    assert.match(message, /namespace: is a secret that cannot work here; its value is not shown/);
    assert.doesNotMatch(message, /4711/);
    const found = check();
    const held = found.input("port", pulumi.secret(4711), () => "is in use");
    assert.match((await failureOf(held)).message, /port: is in use/);
  });

  it("is still known where it stands for what was plain when it was declared", () => {
    const name = pulumi.output("shop");
    remember(name, "shop");
    const found = check({ namespace: name });
    found.input("namespace", found.args.namespace, dnsLabel);
    assert.equal(recall(found.done().namespace), "shop");
  });

  it("keeps a secret one", async () => {
    const { args } = check({ namespace: pulumi.secret("shop") });
    assert.equal(await pulumi.isSecret(later(args.namespace)), true);
  });
});

describe("what a check hands back", () => {
  it("has each tested value held back where it stood, without a word of the caller", async () => {
    const found = check({
      namespace: later("Shop"),
      labels: { team: later("a b"), tier: later("b") },
    });
    found.input("namespace", found.args.namespace, dnsLabel);
    found.labels(found.args.labels);
    const safe = found.done();
    assert.match((await failureOf(safe.namespace)).message, /namespace: "Shop" is not a DNS label/);
    const labels = safe.labels as Record<string, pulumi.Input<string>>;
    assert.match((await failureOf(labels.team)).message, /labels\["team"\]: "a b" is not/);
    assert.equal(await settled(later(labels.tier)), "b");
    assert.equal(await settled(later(found.args.namespace)), "Shop");
  });

  it("has labels held back that arrive as a whole and cannot be", async () => {
    for (const [labels, reason] of [
      [{ team: "a b" }, /labels: key "team": "a b" is not/],
      [{ "a b": "team" }, /labels: key "a b":/],
      [{ app: "web" }, /labels: key "app": is set by the component itself/],
    ] as const) {
      const found = check({ labels: later(labels) });
      found.labels(found.args.labels, ["app"]);
      assert.match((await failureOf(later(found.done().labels))).message, reason);
    }
  });

  it("is told apart from arguments that nobody checked, by the compiler", () => {
    const written = ({ service }: Safe<CanaryArgs>) => service;
    assert.equal(written(check().done()), "web");
    // @ts-expect-error These were not checked.
    written(good);
  });

  it("passes all tests of one path, in whichever way they are asked", async () => {
    for (const second of ["raw", "held"]) {
      const found = check({ namespace: later("a") });
      const raw = found.args.namespace;
      const held = found.input("namespace", raw, () => undefined);
      found.input("namespace", second === "raw" ? raw : held, () => "is refused at last");
      assert.match((await failureOf(found.done().namespace)).message, /is refused at last/);
    }
    const first = check({ namespace: later("a") });
    first.input("namespace", first.args.namespace, () => "is refused at first");
    first.input("namespace", first.args.namespace, labelValue);
    assert.match((await failureOf(first.done().namespace)).message, /is refused at first/);
  });
});
