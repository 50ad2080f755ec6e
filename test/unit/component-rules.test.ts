import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import * as ts from "typescript";
import { checkObject } from "../../analysis/objects/check";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { tried } from "../../components/program/trial";
import {
  alwaysWarned,
  Claim,
  claim,
  componentCases,
  componentClasses,
  exampleOf,
} from "../support/component-case";
import { isMeshKind, type Registered, record } from "../support/record";

/** Objects with a name of their own in the cluster; charts and files only bring such objects. */
const isObject = ({ type }: Registered) =>
  type.startsWith("kubernetes:") && !/helm\.sh|yaml\/v2/.test(type);
const isClusterWide = ({ type }: Pick<Registered, "type">) =>
  /:(Namespace(Patch)?|ClusterIssuer|MutatingWebhookConfiguration|GatewayClass)$/.test(type);
const isComponent = ({ type }: Registered) => type.startsWith("istio-mesh:index:");

/** Values of the fields, and of what a class computes as if it were one. */
function fieldsIn(value: object): unknown[] {
  const computed = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(value)))
    .filter(([key, { get }]) => get && !key.startsWith("__"))
    .map(([, { get }]) => get?.call(value));
  const own = Object.entries(value).filter(([key]) => !key.startsWith("__"));
  return [...own.map(([, field]) => field), ...computed];
}

/** `type name` of the resources in the fields of a component, in lists and maps too. */
function resourcesIn(value: unknown, depth = 0): string[] {
  if (typeof value !== "object" || value === null || depth > 3 || pulumi.Output.isInstance(value)) {
    return [];
  }
  return fieldsIn(value).flatMap((field) =>
    pulumi.Resource.isInstance(field)
      ? [`${(field as Named).__pulumiType} ${(field as Named).__name}`]
      : resourcesIn(field, depth + 1),
  );
}

/** What Pulumi keeps of a resource beside its public type. */
type Named = pulumi.Resource & { __pulumiType?: string; __name?: string };

describe("component rule 0: every component is under these rules", () => {
  it("has a case for each class of the library", () => {
    const cases = componentCases.map(({ component }) => component);
    assert.deepEqual(cases.sort(), [...componentClasses].sort());
  });
});

describe("every component", () => {
  const readme = readFileSync("README.md", "utf8");
  for (const { component } of componentCases) {
    it(`${component} stands in the README, with an example that uses it`, () => {
      const example = `examples/${exampleOf(component)}/index.ts`;
      assert.ok(readme.includes(`| \`${component}\`: `));
      assert.ok(readme.includes(`](${example})`), example);
      assert.match(readFileSync(example, "utf8"), new RegExp(`new ${component}\\(`));
    });
  }
});

for (const { component, samples, refusals } of componentCases) {
  describe(`${component} ${claim(component, Claim.Refusals)}`, () => {
    it("has three refusals or more", () => {
      assert.ok(refusals.length >= 3);
    });

    for (const { what, create, at, says } of refusals) {
      it(`rule 1: refuses ${what}, before anything is registered`, async () => {
        let error: unknown;
        const seen = await record(() => {
          try {
            create();
          } catch (thrown) {
            error = thrown;
          }
        });
        assert.ok(pulumi.InputPropertiesError.isInstance(error), `thrown: ${error}`);
        assert.ok(error.message.startsWith(`${component} "x": `), error.message);
        const reasons = (error.errors ?? []).filter(({ propertyPath }) => propertyPath === at);
        assert.equal(reasons.length, 1, error.message);
        assert.match(reasons[0]?.reason ?? "", says);
        assert.deepEqual(seen.tree, []);
        assert.throws(() => tried(create), { message: error.message });
      });
    }
  });

  for (const { what, create } of samples) {
    describe(`${component} ${what}`, () => {
      it("rule 1: has the token of the library and is the parent of all that it creates", async () => {
        const seen = await record(() => void create("one"));
        const own = seen.resources.find(isComponent);
        assert.equal(own?.type, `istio-mesh:index:${component}`);
        assert.equal(own?.parent, undefined);
        const children = seen.resources.filter((resource) => resource !== own);
        assert.ok(children.length > 0);
        assert.deepEqual(new Set(children.map(({ parent }) => parent)), new Set(["one"]));
      });

      it(`rule 1: creates the same in a preview as in an update ${claim(component, Claim.PreviewAndUp)}`, async () => {
        const preview = await record(() => void create("one"), { preview: true });
        const update = await record(() => void create("one"));
        assert.deepEqual(preview.tree, update.tree);
        assert.deepEqual(
          preview.resources.map(({ inputs }) => JSON.stringify(inputs)).sort(),
          update.resources.map(({ inputs }) => JSON.stringify(inputs)).sort(),
        );
      });

      it("is accepted without being registered, by who only asks what it would refuse", async () => {
        const seen = await record(() => tried(() => create("one")));
        assert.deepEqual(seen.tree, []);
      });

      it(`may be used for two clusters in one program ${claim(component, Claim.Twice)}`, async () => {
        const seen = await record(() => {
          for (const name of ["one", "two"]) {
            const provider = new k8s.Provider(`cluster-${name}`, { kubeconfig: name });
            create(name, { providers: { kubernetes: provider } });
          }
        });
        assert.deepEqual(seen.duplicates, []);
        const half = await record(() => void create("one"));
        assert.equal(seen.resources.length, 2 * (half.resources.length + 1));
      });

      it("rule 5: is refused where another one has its place, before anything of it is registered", async () => {
        let refusal: unknown;
        const seen = await record(() => {
          create("one");
          try {
            create("two");
          } catch (thrown) {
            refusal = thrown;
          }
        });
        assert.ok(pulumi.InputPropertiesError.isInstance(refusal), `thrown: ${refusal}`);
        assert.ok(refusal.message.startsWith(`${component} "two": `), refusal.message);
        assert.match(refusal.message, new RegExp(`belongs to ${component} "one" already; `));
        const half = await record(() => void create("one"));
        assert.deepEqual(seen.tree, half.tree);
      });

      it("starts the name of each child with its own, so that names cannot collide", async () => {
        const seen = await record(() => void create("one"));
        for (const { name } of seen.resources) {
          assert.match(name, /^one(-|$)/);
        }
      });

      it(`hands its provider on to every child ${claim(component, Claim.Options)}`, async () => {
        const seen = await record(() => {
          const provider = new k8s.Provider("cluster", { kubeconfig: "x" });
          create("one", { providers: { kubernetes: provider } });
        });
        const children = seen.resources.filter(({ parent }) => parent === "one");
        for (const child of children.filter(({ type }) => type.startsWith("kubernetes:"))) {
          assert.match(child.provider, /::cluster::cluster-id$/, child.name);
        }
      });

      it(`is a child of its parent ${claim(component, Claim.Options)}`, async () => {
        const seen = await record(() => {
          const parent = new pulumi.ComponentResource("test:index:Parent", "above");
          create("one", { parent });
        });
        assert.equal(seen.the(`istio-mesh:index:${component}`).parent, "above");
      });

      it("hands protect on to every child", async () => {
        const seen = await record(() => void create("one", { protect: true }));
        assert.deepEqual(new Set(seen.resources.map(({ protect }) => protect)), new Set([true]));
      });

      it("rule 10: hands out every child as a field, so that nothing is out of reach", async () => {
        let instance: unknown;
        const seen = await record(() => {
          instance = create("one");
        });
        const children = seen.resources.filter(({ parent }) => parent === "one");
        const reached = new Set(resourcesIn(instance));
        assert.deepEqual(
          children
            .map(({ type, name }) => `${type} ${name}`)
            .filter((child) => !reached.has(child)),
          [],
        );
      });

      it("rule 5: names every object, and its namespace if it has one", async () => {
        const seen = await record(() => void create("one"));
        for (const { inputs, type } of seen.resources.filter(isObject)) {
          assert.ok(inputs.metadata.name, type);
          assert.ok(inputs.metadata.namespace || isClusterWide({ type }), type);
        }
      });

      it("rule 5: takes over objects of older API versions, and never deletes before it replaces", async () => {
        const seen = await record(() => void create("one"));
        for (const { type, aliases, deleteBeforeReplace } of seen.resources.filter(isObject)) {
          assert.equal(deleteBeforeReplace, false);
          // A TLSRoute is served in v1 alone.
          if (/(istio|gateway\.networking\.k8s)\.io\/v1:(?!TLSRoute)/.test(type)) {
            assert.ok(
              aliases.some((alias) => alias.startsWith(type.replace(/\/v1:.*/, "/v1"))),
              type,
            );
          }
        }
      });

      it(`makes objects in which nothing is wrong and nothing may be added ${claim(component, Claim.Objects)}`, async () => {
        const seen = await record(() => void create("one"));
        for (const { inputs } of seen.resources.filter(isMeshKind)) {
          const object = inputs as MeshObject;
          const wrong = (one: MeshObject) =>
            checkObject(one).filter(({ path }) => !(alwaysWarned.has(one.kind) && path === "kind"));
          assert.deepEqual(wrong(object), [], JSON.stringify(object));
          const spec = { ...(object.spec as object), surprise: true };
          const findings = wrong({ ...object, spec });
          assert.deepEqual(
            findings.map(({ path }) => path),
            ["spec.surprise"],
          );
        }
      });
    });
  }
}

/** What a source creates inside a function that waits for a value; values and errors are no resources. */
function createdLater(text: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node, later: boolean): void => {
    if (
      later &&
      ts.isNewExpression(node) &&
      !/^(Map|Set|Date|RegExp|.*Error|X509Certificate)$/.test(node.expression.getText())
    ) {
      found.push(`new ${node.expression.getText()}`);
    }
    const waits =
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      ["apply", "then"].includes(node.expression.name.text);
    ts.forEachChild(node, (child) => look(child, later || waits));
  };
  look(ts.createSourceFile("x.ts", text, ts.ScriptTarget.ES2022, true), false);
  return found;
}

describe("the text of the components", () => {
  const folder = path.resolve(__dirname, "../../components");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => [file, readFileSync(path.join(folder, file), "utf8")] as const);

  it("rule 1: creates no resource in an apply, where a preview would not see it", () => {
    const found = sources.flatMap(([file, text]) =>
      createdLater(text).map((what) => `${file}: ${what}`),
    );
    assert.deepEqual(found, []);
  });

  it("would see a resource in an apply", () => {
    assert.deepEqual(createdLater("a.apply((b) => { for (;;) new k8s.core.v1.Secret(b); })"), [
      "new k8s.core.v1.Secret",
    ]);
  });

  for (const [rule, forbidden, exceptions] of [
    // The checks at the end are the program's, and so are their settings.
    ["rule 1: reads no configuration of the stack", /\bConfig\(/, ["checks/check-settings.ts"]],
    ["rule 5: deletes nothing before it replaces it", /deleteBeforeReplace/, []],
    [
      "rule 8: asks isInstance, since a program may hold two copies of a package",
      /instanceof (?!Promise)/,
      [],
    ],
  ] as const) {
    it(rule, () => {
      assert.ok(sources.length > 20);
      const found = sources.filter(([, text]) => forbidden.test(text)).map(([file]) => file);
      assert.deepEqual(found, exceptions);
    });
  }
});

describe("component rule 7: common labels and annotations reach every object", () => {
  const common = { labels: { team: "mesh" }, annotations: { "example.com/owner": "mesh" } };
  // Objects of charts get them by a transform, which needs the engine: see metadata-transform.test.ts.
  for (const { component, samples } of componentCases.filter(({ rendered }) => !rendered)) {
    for (const { what, create } of samples) {
      it(`of ${component} ${what}`, async () => {
        const seen = await record(() => void create("one", undefined, common));
        const objects = seen.resources.filter(isObject);
        assert.ok(objects.length > 0);
        for (const { inputs, type } of objects) {
          assert.equal(inputs.metadata.labels?.team, "mesh", type);
          assert.equal(inputs.metadata.annotations?.["example.com/owner"], "mesh", type);
        }
      });

      it(`of ${component} ${what}, when another stack hands them out`, async () => {
        const outputs = { ...common };
        const seen = await record(
          () => {
            const stack = new pulumi.StackReference("org/project/platform");
            const late = Object.keys(common).map((name) => [name, stack.getOutput(name)]);
            create("one", undefined, Object.fromEntries(late));
          },
          { state: (type) => (type === "pulumi:pulumi:StackReference" ? { outputs } : {}) },
        );
        const plain = await record(() => void create("one", undefined, common));
        // What arrives later is created later: only the order may differ.
        const metadata = ({ resources }: typeof seen) =>
          Object.fromEntries(
            resources
              .filter(isObject)
              .map(({ type, name, inputs }) => [`${type} ${name}`, inputs.metadata]),
          );
        assert.deepEqual(metadata(seen), metadata(plain));
      });
    }
  }
});
