import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../arguments/known-output";
import { expected } from "../../test/support/unhandled-rejections";
import { clusterOf } from "./cluster";
import type { Member } from "./member";
import { demand, type EndCheck, fact, objectClaim } from "./part";
import { Program } from "./program";

const cluster = clusterOf(undefined);
const member = (owner: string, where: object = cluster): Member => ({ owner, cluster: where });

const claim = (key: pulumi.Input<string>[]) => ({
  claims: [objectClaim("VirtualService", key, "service", "use one of them")],
});

const isAmbient = fact({
  topic: "namespace",
  key: ["shop"],
  value: { mode: "ambient" },
  path: "mode",
});

const wantsSidecar = demand({
  topic: "namespace",
  key: ["shop"],
  path: "selector",
  test: ({ mode }) => (mode === "ambient" ? "needs sidecars" : undefined),
  missing: (all) => `nobody said how shop is in the mesh, of ${all.length} namespaces`,
});

const said = (run: () => void): string => {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return "accepted";
};

describe("what the components of a program say to each other", () => {
  it("a place belongs to the first that claims it, and the second hears of it", () => {
    const program = new Program();
    program.join(member('Canary "a"'), claim(["shop", "web"]));
    assert.equal(
      said(() => program.join(member('Canary "b"'), claim(["shop", "web"]))),
      'Canary "b": 1 argument cannot work\n  service: VirtualService shop/web belongs to Canary "a" already; use one of them',
    );
    assert.equal(
      said(() => program.join(member('Canary "b"'), claim(["shop", "api"]))),
      "accepted",
    );
  });

  it("a place may be claimed again by its owner, and once in each cluster", () => {
    const program = new Program();
    const first = member('Canary "a"');
    program.join(first, claim(["shop", "web"]));
    program.join(first, claim(["shop", "web"]));
    program.join(member('Canary "b"', {}), claim(["shop", "web"]));
  });

  it("nothing is kept of a member that is refused", () => {
    const program = new Program();
    program.join(member('Canary "a"'), claim(["shop", "web"]));
    const two = [...claim(["shop", "api"]).claims, ...claim(["shop", "web"]).claims];
    assert.match(
      said(() => program.join(member('Canary "b"'), { claims: two })),
      /belongs/,
    );
    program.join(member('Canary "c"'), claim(["shop", "api"]));
  });

  it("a demand is asked of the facts before it", () => {
    const program = new Program();
    program.join(member('MeshNamespace "shop"'), { facts: [isAmbient] });
    assert.equal(
      said(() => program.join(member('Scope "x"'), { demands: [wantsSidecar] })),
      'Scope "x": 1 argument cannot work\n  selector: needs sidecars',
    );
  });

  it("and of those after it, whose owner then hears who relies on it", () => {
    const program = new Program();
    program.join(member('Scope "x"'), { demands: [wantsSidecar] });
    assert.equal(
      said(() => program.join(member('MeshNamespace "shop"'), { facts: [isAmbient] })),
      'MeshNamespace "shop": 1 argument cannot work\n  mode: Scope "x" relies on it: selector needs sidecars',
    );
  });

  it("what nobody said is told at the end, and only that", () => {
    const program = new Program();
    program.join(member('Scope "x"'), { demands: [wantsSidecar] });
    const other = fact({ ...isAmbient, topic: "namespace", key: ["bank"], value: {} });
    program.join(member('MeshNamespace "bank"'), { facts: [other] });
    assert.deepEqual(
      program.unmet().map(({ text }) => text),
      ['Scope "x": selector: nobody said how shop is in the mesh, of 1 namespaces'],
    );
    const sidecars = fact({ ...isAmbient, topic: "namespace", value: { mode: "sidecar" } });
    program.join(member('MeshNamespace "shop"'), { facts: [sidecars] });
    assert.deepEqual(program.unmet(), []);
  });

  it("what can be judged only then is judged by all that was said in the cluster", () => {
    const program = new Program();
    const reason: EndCheck["reason"] = (view) => view.said("namespace", ["shop"])[0]?.mode;
    program.join(member('Authorization "a"'), { atEnd: [{ path: "targets", reason }] });
    program.join(member('Authorization "b"', {}), { atEnd: [{ path: "targets", reason }] });
    program.join(member('MeshNamespace "shop"'), { facts: [isAmbient] });
    assert.deepEqual(
      program.unmet().map(({ text }) => text),
      ['Authorization "a": targets: ambient'],
    );
  });

  it("a name that arrives later is judged when it does", async () => {
    const program = new Program();
    program.join(member('Canary "a"'), claim(["shop", "web"]));
    const rejected = new Promise<Error>((resolve) =>
      process.once("unhandledRejection", (reason) => resolve(reason as Error)),
    );
    program.join(member('Canary "b"'), claim([pulumi.output("shop"), "web"]));
    const error = await rejected;
    assert.match(error.message, /Canary "b".*\n.*belongs to Canary "a"/);
    await expected(error);
  });

  const texts = (program: Program) => program.unmet().map(({ text }) => text);
  const lateDemand = (name: string) =>
    demand({
      topic: "namespace",
      key: [pulumi.output(name)],
      path: "namespace",
      test: () => undefined,
      missing: (_, names) => `nobody declares ${names.join("/")}`,
    });

  it("a name that arrives later and that nobody said is told when it has arrived", async () => {
    const program = new Program();
    program.join(member('Scope "x"'), { demands: [lateDemand("shop"), lateDemand("bank")] });
    program.join(member('MeshNamespace "shop"'), { facts: [isAmbient] });
    assert.deepEqual(texts(program), []);
    await program.arrived();
    assert.deepEqual(texts(program), ['Scope "x": namespace: nobody declares bank']);
  });

  it("a name that may be said later is not missing before it is known not to be", async () => {
    const program = new Program();
    const atEnd: EndCheck = {
      path: "targets",
      reason: (view) => `${view.said("namespace", ["shop"]).length} are called so`,
    };
    const late = fact({
      ...isAmbient,
      topic: "namespace",
      key: [pulumi.output("bank")],
      value: {},
    });
    program.join(member('Scope "x"'), { demands: [wantsSidecar], atEnd: [atEnd] });
    program.join(member('MeshNamespace "bank"'), { facts: [late] });
    assert.deepEqual(texts(program), []);
    await program.arrived();
    assert.equal(texts(program).length, 2);
  });

  it("what a preview does not know is not judged", async () => {
    const program = new Program();
    const unknown = pulumi.output("shop");
    Object.defineProperty(unknown, "isKnown", { value: Promise.resolve(false) });
    const late = fact({ ...isAmbient, topic: "namespace", key: [unknown], value: {} });
    program.join(member('Scope "x"'), { demands: [wantsSidecar] });
    program.join(member('MeshNamespace "bank"'), { facts: [late] });
    await program.arrived();
    assert.deepEqual(texts(program), []);
  });

  it("a check at the end gets the names that it is about, once they are known", async () => {
    const program = new Program();
    const check = (name: pulumi.Input<string>): EndCheck => ({
      path: "targets",
      names: ["shop", name],
      reason: (_, names) => `is about ${names.join("/")}`,
    });
    program.join(member('Authorization "a"'), {
      atEnd: [check("web"), check(pulumi.output("api"))],
    });
    assert.deepEqual(texts(program), ['Authorization "a": targets: is about shop/web']);
    await program.arrived();
    assert.deepEqual(texts(program), [
      'Authorization "a": targets: is about shop/web',
      'Authorization "a": targets: is about shop/api',
    ]);
  });

  it("an output that stands for a plain name is known at once", () => {
    const program = new Program();
    const namespace = pulumi.output("shop");
    remember(namespace, "shop");
    program.join(member('MeshNamespace "shop"'), { facts: [isAmbient] });
    const view = program.view(undefined);
    assert.deepEqual(view.said("namespace", [namespace]), [{ mode: "ambient" }]);
    assert.deepEqual(view.said("namespace", [pulumi.output("shop")]), []);
  });
});

describe("the cluster of a component", () => {
  it("is that of its provider, its parent's, or the default one", async () => {
    await pulumi.runtime.setMocks({
      newResource: ({ name, inputs }) => ({ id: name, state: inputs }),
      call: () => ({}),
    });
    const provider = new k8s.Provider("one", { kubeconfig: "x" });
    const parent = new pulumi.ComponentResource("t:t:T", "p", {}, { providers: [provider] });
    assert.equal(clusterOf({ provider }), provider);
    assert.equal(clusterOf({ providers: { kubernetes: provider } }), provider);
    assert.equal(clusterOf({ providers: [provider] }), provider);
    assert.equal(clusterOf({ parent }), provider);
    assert.equal(clusterOf({}), cluster);
  });
});
