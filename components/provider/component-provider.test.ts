import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { componentProvider } from "..";

const provider = componentProvider();

/** Opens a connection to an engine, whose door is told from others by its address. */
async function connect(door?: string): Promise<string[]> {
  const made: string[] = [];
  await pulumi.runtime.disconnect();
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      made.push(`${type.split(":").pop()} ${name}`);
      return { id: name, state: inputs };
    },
    call: ({ inputs }) => inputs,
  });
  if (door !== undefined) {
    const channel = { getTarget: () => door };
    Object.assign(pulumi.runtime.getMonitor() ?? {}, { getChannel: () => channel });
  }
  return made;
}

const construct = (
  component: string,
  name: string,
  inputs: pulumi.Inputs,
  opts: pulumi.ComponentResourceOptions = {},
): Promise<pulumi.provider.ConstructResult> =>
  // biome-ignore lint/style/noNonNullAssertion: a provider of components constructs
  provider.construct!(name, `istio-mesh:index:${component}`, inputs, opts);

const held = <T>(output: pulumi.Input<T>): Promise<T> =>
  new Promise((done) => void pulumi.output(output).apply((value) => done(value as T)));

const problemsOf = (error: unknown): string[] => {
  assert.ok(pulumi.InputPropertiesError.isInstance(error), String(error));
  return error.errors.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
};

const refusalOf = async (made: Promise<unknown>): Promise<string[]> =>
  made.then(
    () => [],
    (error) => problemsOf(error),
  );

const canary = (weights: [number, number]) => ({
  service: "catalog",
  namespace: "shop",
  versions: [
    { name: "v1", weight: weights[0] },
    { name: "v2", weight: weights[1] },
  ],
});

describe("the components as a provider", () => {
  it("make what they make in a program, and hand out their outputs", async () => {
    const made = await connect();
    const { urn, state } = await construct("Canary", "catalog", canary([90, 10]));
    assert.equal(await held(urn), "urn:pulumi:stack::project::istio-mesh:index:Canary::catalog");
    assert.deepEqual(Object.keys(state).sort(), ["host", "split"]);
    assert.deepEqual(await held(state.split), { v1: 90, v2: 10 });
    await pulumi.runtime.disconnect();
    assert.deepEqual(made, [
      "Canary catalog",
      "DestinationRule catalog-v1",
      "DestinationRule catalog-v2",
      "VirtualService catalog",
    ]);
  });

  it("refuse arguments by their paths, before anything is made", async () => {
    const made = await connect();
    assert.deepEqual(await refusalOf(construct("Canary", "catalog", canary([90, 20]))), [
      "versions: weights add up to 110 (v1 90, v2 20); they must add up to 100",
    ]);
    assert.deepEqual(made, []);
  });

  it("have none by a name that is nobody's", async () => {
    await connect();
    await assert.rejects(construct("Canery", "catalog", {}), {
      message:
        'there is no component istio-mesh:index:Canery; did you mean "istio-mesh:index:Canary"?',
    });
  });

  it("refuse what another component of the run has claimed, on whichever connection it came", async () => {
    await connect("door-1");
    await construct("Canary", "catalog", canary([90, 10]));
    await connect("door-1");
    const second = await refusalOf(construct("Canary", "second", canary([50, 50])));
    assert.ok(
      second.length > 0 && second.every((one) => one.includes('Canary "catalog"')),
      second.join("\n"),
    );
    await connect("door-2");
    assert.deepEqual(await refusalOf(construct("Canary", "third", canary([50, 50]))), []);
  });

  it("keep clusters apart by the URN of their provider, which comes anew with each component", async () => {
    const cluster = (name: string) => ({
      providers: { kubernetes: new k8s.Provider(name) },
    });
    await connect("door-3");
    await construct("Canary", "west", canary([90, 10]), cluster("west"));
    assert.deepEqual(
      await refusalOf(construct("Canary", "east", canary([90, 10]), cluster("east"))),
      [],
    );
    await connect("door-3");
    const again = await refusalOf(construct("Canary", "again", canary([90, 10]), cluster("west")));
    assert.ok(
      again.length > 0 && again.every((one) => one.includes('Canary "west"')),
      again.join("\n"),
    );
  });
});
