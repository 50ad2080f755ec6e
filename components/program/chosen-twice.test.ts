import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { runProgram } from "../../test/support/field-program";
import { MeshTelemetry, MutualTls, SidecarScope } from "..";

const namespace = "shop";
type Selector = ConstructorParameters<typeof SidecarScope>[1]["selector"];

/** One component of each kind that chooses Pods by labels, of which each Pod heeds one. */
const kinds: Record<string, { make(name: string, selector: Selector): unknown; code: string }> = {
  SidecarScope: {
    make: (name, selector) =>
      new SidecarScope(name, { namespace, hosts: ["./*"], ...(selector && { selector }) }),
    code: "IST0110",
  },
  MeshTelemetry: {
    make: (name, selector) =>
      new MeshTelemetry(name, {
        namespace,
        accessLogging: [{ providers: ["envoy"] }],
        ...(selector && { selector }),
      }),
    code: "IST0159",
  },
  MutualTls: {
    make: (name, selector) => new MutualTls(name, { namespace, ...(selector && { selector }) }),
    code: "KIA0003",
  },
};

const deployment = (labels: Record<string, string>) =>
  new k8s.apps.v1.Deployment("web", {
    metadata: { namespace, name: "web" },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: "web", image: "web" }] } },
    },
  });

async function told(program: () => unknown): Promise<{ refused: string; warned: string }> {
  const { refusals, warnings } = await runProgram(() => void program());
  return { refused: refusals.map(({ text }) => text).join("\n"), warned: warnings.join("\n") };
}

for (const [component, { make, code }] of Object.entries(kinds)) {
  describe(`two ${component}s in one namespace`, () => {
    it("are refused when one chooses among the Pods of the other", async () => {
      const orders: [Selector, Selector][] = [
        [{ app: "web" }, { app: "web", version: "v1" }],
        [{ app: "web", version: "v1" }, { app: "web" }],
      ];
      for (const [first, second] of orders) {
        const { refused } = await told(() => [make("a", first), make("b", second)]);
        assert.match(
          refused,
          new RegExp(
            `${component} "b".*selector: chooses Pods with app=web,version=v1, which ${component} "a" chooses by .* too: .*${code}`,
            "s",
          ),
        );
      }
    });

    it("are refused when they choose the same by name, or both choose all", async () => {
      const same = await told(() => [make("a", { app: "web" }), make("b", { app: "web" })]);
      assert.match(same.refused, new RegExp(`belongs to ${component} "a" already`));
      const all = await told(() => [make("a", undefined), make("b", undefined)]);
      assert.match(all.refused, new RegExp(`belongs to ${component} "a" already`));
    });

    it("are told of where a Pod of the program has the labels of both", async () => {
      const both = () => [make("a", { app: "web" }), make("b", { tier: "front" })];
      assert.deepEqual(await told(both), { refused: "", warned: "" });
      const pods = { app: "web", tier: "front" };
      assert.match((await told(() => [deployment(pods), both()])).refused, new RegExp(code));
      const { refused, warned } = await told(() => [both(), deployment(pods)]);
      assert.equal(refused, "");
      assert.match(
        warned,
        new RegExp(`^[^\\n]*${component} "b": selector: .*app=web,tier=front[^\\n]*$`),
      );
    });

    it("may choose others, and all that is left", async () => {
      const { refused, warned } = await told(() => [
        make("a", { app: "web", version: "v1" }),
        make("b", { app: "web", version: "v2" }),
        make("c", undefined),
        make("d", { app: pulumi.output("late") }),
        deployment({ app: "web", version: "v1" }),
      ]);
      assert.deepEqual({ refused, warned }, { refused: "", warned: "" });
    });
  });
}
