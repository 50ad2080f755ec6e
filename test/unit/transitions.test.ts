import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { allChanges, componentCases } from "../support/component-case";
import type { Registered } from "../support/record";
import { allowances, openSteps } from "../support/transitions/allowed";
import { differences, effect, Op } from "../support/transitions/effect";
import { pageFile, restarts, transitionsPage } from "../support/transitions/page";
import { allTransitions, argumentsOf, type Transition } from "../support/transitions/table";

describe("changes of arguments", function () {
  this.timeout(300_000);
  let found: Transition[];

  before("each argument of each component, from each value to each other", async () => {
    found = await allTransitions();
  });

  it("are tried for every component", () => {
    assert.deepEqual(
      allChanges.map(({ component }) => component),
      componentCases.map(({ component }) => component),
    );
  });

  it("are tried for every argument that can change, in every way of using a component", () => {
    const tried = new Set(found.map(({ component, argument }) => `${component}.${argument}`));
    const open = allChanges.flatMap(({ component, fixed }) =>
      argumentsOf(component)
        .filter((argument) => tried.has(`${component}.${argument}`) === argument in fixed)
        .map((argument) => `${component}.${argument}`),
    );
    assert.deepEqual(open, [], "write values for them into test/components/*.case.ts");
    const ways = allChanges.flatMap(({ component, bases }) =>
      Object.keys(bases).map((base) => `${component} ${base}`),
    );
    const seen = new Set(found.map(({ component, base }) => `${component} ${base}`));
    assert.deepEqual(
      ways.filter((way) => !seen.has(way)),
      [],
    );
  });

  it("delete nothing and replace nothing, but for what is listed with its reason", () => {
    assert.deepEqual(openSteps(found), []);
  });

  it("need each entry of that list", () => {
    const unused = allowances.filter(
      ({ covers }) => !found.some((one) => one.steps.some((step) => covers(one, step))),
    );
    assert.deepEqual(
      unused.map(({ why }) => why),
      [],
    );
  });

  it("hand no rule over to another host where its own stays", () => {
    const stays = ({ from, to }: Transition) =>
      Array.isArray(from) && Array.isArray(to) && from.some((one) => to.includes(one));
    const handedOver = found
      .filter(stays)
      .filter(({ steps }) => steps.some(({ paths }) => paths.includes("spec.host")))
      .map(({ component, base, from, to }) => `${component} ${base}: ${from} to ${to}`);
    assert.deepEqual(handedOver, []);
  });

  it("start Pods anew that read them at their start only", () => {
    const silent = allChanges.flatMap(({ component, readAtStart }) =>
      found
        .filter((one) => one.component === component && readAtStart.includes(one.argument))
        .filter(({ steps }) => steps.length > 0 && !steps.some(restarts))
        .map(({ argument, base, from, to }) =>
          [component, base, argument, String(from), String(to)].join(" "),
        ),
    );
    assert.deepEqual(silent, []);
  });

  it("are what docs/transitions.md says", () => {
    assert.equal(readFileSync(pageFile, "utf8"), transitionsPage(found), "run `make transitions`");
  });
});

describe("what an update does", () => {
  const object = (more: Partial<Registered>): Registered => ({
    type: "kubernetes:core/v1:Namespace",
    name: "one",
    parent: "above",
    inputs: { metadata: { name: "shop" } },
    dependencies: [],
    aliases: [],
    provider: "",
    protect: false,
    deleteBeforeReplace: false,
    retainOnDelete: false,
    ...more,
  });
  const ops = (before: Registered[], after: Registered[]) =>
    effect(before, after).map(({ op }) => op);

  it("is seen by what goes, comes and changes", () => {
    assert.deepEqual(ops([object({})], []), [Op.Delete]);
    assert.deepEqual(ops([object({ retainOnDelete: true })], []), [Op.Keep]);
    assert.deepEqual(ops([], [object({})]), [Op.Create]);
    assert.deepEqual(ops([object({})], [object({})]), []);
    const named = (name: string, labels?: object) =>
      object({ inputs: { metadata: { name, labels } } });
    assert.deepEqual(ops([named("a")], [named("b")]), [Op.Move]);
    assert.deepEqual(ops([named("a")], [named("a", { team: "mesh" })]), [Op.Update]);
  });

  it("deletes first what keeps its name and cannot change", () => {
    const deployment = (app: string) =>
      object({
        type: "kubernetes:apps/v1:Deployment",
        inputs: { spec: { selector: { matchLabels: { app } } } },
      });
    assert.deepEqual(ops([deployment("a")], [deployment("b")]), [Op.Remake]);
  });

  it("takes an object over by the alias of an older version", () => {
    const route = (version: string, aliases: string[]) =>
      object({ type: `kubernetes:networking.istio.io/${version}:VirtualService`, aliases });
    const old = route("v1beta1", []);
    assert.deepEqual(
      ops([old], [route("v1", ["kubernetes:networking.istio.io/v1beta1:VirtualService"])]),
      [],
    );
    assert.deepEqual(ops([old], [route("v1", [])]), [Op.Delete, Op.Create]);
  });

  it("is told by the paths that differ", () => {
    assert.deepEqual(differences({ a: { b: 1, c: [1] } }, { a: { b: 2, c: [1] }, d: 1 }), [
      "a.b",
      "d",
    ]);
  });
});
