import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { fieldPath } from "../../arguments/argument-path";
import { checkArguments } from "../../arguments/check-arguments";
import * as mesh from "../../components";
import { argumentFields, argumentSchema } from "../../schemas/argument-store";
import { type Place, placesIn, samplesOf, valueAt, withValue } from "../support/argument-places";
import { failureOf, record } from "../support/record";

type Create = (args: unknown) => unknown;

/** Calls what is described as a program without types does. */
function creatorOf(subject: string): Create {
  const [first = "", member] = subject.split(".");
  const exported = (mesh as unknown as Record<string, Record<string, Create>>)[first];
  if (member) {
    return exported?.[member] as Create;
  }
  const isFunction = /^[a-z]/.test(first);
  return isFunction
    ? (exported as unknown as Create)
    : (args) =>
        new (exported as unknown as new (name: string, args: unknown) => unknown)("x", args);
}

/** A call that is wrong in one place. */
interface Wrong {
  args: unknown;
  at: string;
  says: RegExp;
}

/** What is not right about what is thrown for a wrong call. */
function surprise(create: Create, { args, at, says }: Wrong): string | undefined {
  try {
    create(args);
    return `${at}: accepted`;
  } catch (thrown) {
    const errors = pulumi.InputPropertiesError.isInstance(thrown) ? (thrown.errors ?? []) : [];
    const [first, ...others] = errors;
    return first?.propertyPath === at && says.test(first.reason) && others.length === 0
      ? undefined
      : `${at}: ${thrown}`;
  }
}

/** All in one run, in which nothing may be registered. */
async function refused(create: Create, wrongs: readonly Wrong[]): Promise<void> {
  const surprises: string[] = [];
  const seen = await record(() => {
    surprises.push(...wrongs.flatMap((wrong) => surprise(create, wrong) ?? []));
  });
  assert.deepEqual(surprises, []);
  assert.deepEqual(seen.tree, []);
}

for (const [subject, { ref }] of Object.entries(argumentSchema().roots)) {
  describe(`${subject} from a program without types`, () => {
    const create = creatorOf(subject);
    const fields = argumentFields(ref);
    const good = samplesOf(fields);
    const places = placesIn(fields);
    const wrong = (chosen: (place: Place) => unknown, value: unknown, says: RegExp): Wrong[] =>
      places
        .filter(chosen)
        .map(({ path, keys }) => ({ args: withValue(good, keys, value), at: path, says }));

    it("takes what has the declared shape", () => {
      assert.deepEqual(checkArguments(subject, "x", good).args, good);
    });

    it("refuses names that are no arguments, at every depth", async () => {
      const owners = new Map(
        places.flatMap(({ path, keys, siblings }) =>
          siblings ? [[keys.slice(0, -1).join(), { path, keys, siblings }] as const] : [],
        ),
      );
      await refused(
        create,
        [...owners.values()].map(({ path, keys, siblings }) => {
          const [name = ""] = siblings;
          const owner = path.slice(0, path.length - String(keys.at(-1)).length).replace(/\.$/, "");
          const typo = `${name}X`;
          return {
            args: withValue(good, [...keys.slice(0, -1), typo], undefined),
            at: fieldPath(owner, typo),
            says: new RegExp(`^is not an argument of .*; allowed: ${name}.*; did you mean "`),
          };
        }),
      );
    });

    it("refuses the absence of what is needed, whether undefined or null", async () => {
      const needed = ({ field }: Place) => field.required && field.type !== "open";
      await refused(create, wrong(needed, undefined, /^is missing; /));
      await refused(create, wrong(needed, null, /^is missing; /));
    });

    it("refuses undefined where absence means more, and null everywhere", async () => {
      await refused(
        create,
        wrong(({ field }) => field.narrows, undefined, /^is undefined, which would mean/),
      );
      await refused(
        create,
        wrong(({ field }) => !field.required, null, /^is null; leave it out/),
      );
    });

    it("refuses values of another type", async () => {
      const of = (kind: string) => (place: Place) =>
        typeof place.field.type === "string" ? place.field.type === kind : kind in place.field.type;
      await refused(create, [
        ...wrong(of("boolean"), "false", /^"false" is not true or false; write false without/),
        ...wrong(of("number"), "3", /^"3" is not a number; write 3 without quotes/),
        ...wrong(of("number"), Number.NaN, /^NaN is not a number/),
        ...wrong((place) => of("text")(place) && !place.field.secret, 1.5, /^1.5 is not a text/),
        ...wrong(({ field }) => field.secret, 1.5, /^is not a text; what it is, is not shown$/),
        ...wrong(of("list"), "a", /^"a" is not a list/),
        ...wrong(of("list"), { a: 1 }, /^\{"a":1\} is not a list/),
        ...wrong(of("map"), [], /^\[\] is not an object/),
        ...wrong(of("ref"), "a", /^"a" is not an object/),
      ]);
    });

    it("refuses words that are not allowed, also when they arrive later", async () => {
      for (const { path, keys, field } of places) {
        if (typeof field.type === "object" && "enum" in field.type) {
          const reason = `"no-word" is unknown; allowed: ${field.type.enum.join(", ")}`;
          const plain = checkArguments(subject, "x", withValue(good, keys, "no-word") as object);
          assert.deepEqual(plain.doubts, [{ propertyPath: path, reason }]);
          assert.throws(() => plain.done(), /: "no-word" is unknown; allowed: /);
          if (field.input) {
            const late = withValue(good, keys, pulumi.output("no-word")) as object;
            const held = valueAt(checkArguments(subject, "x", late).args, keys);
            const { message } = await failureOf(held as pulumi.Output<unknown>);
            assert.ok(message.includes(`${path}: ${reason}`), message);
          }
        }
      }
    });

    it("refuses an Output or a Promise for what has to be known", async () => {
      const plain = ({ field }: Place) => !field.input && field.type !== "open";
      await refused(
        create,
        wrong(plain, pulumi.output("a"), /^is an Output, but has to be known when/),
      );
      await refused(create, wrong(plain, Promise.resolve("a"), /^is a Promise, but has to be/));
    });

    it("holds back what arrives as nothing", async () => {
      const late = ({ field }: Place) => field.input && field.type !== "open";
      for (const { path, keys } of places.filter(late)) {
        const args = withValue(good, keys, pulumi.output(undefined)) as object;
        const held = valueAt(checkArguments(subject, "x", args).args, keys);
        const { message } = await failureOf(held as pulumi.Output<unknown>);
        assert.ok(message.includes(`${path}: arrives as undefined; `), message);
      }
    });
  });
}

describe("a component without arguments", () => {
  it("is accepted where none is needed", async () => {
    const create = creatorOf("IngressGateway");
    const seen = await record(() => void create(undefined));
    assert.ok(seen.resources.length > 0);
  });

  it("is refused by what is missing otherwise", () => {
    assert.throws(
      () => creatorOf("ControlPlane")(undefined),
      /^Error: ControlPlane "x": 1 argument cannot work\n {2}profile: is missing; allowed: sidecar, ambient$/,
    );
    assert.throws(() => creatorOf("ControlPlane")("a"), /args: "a" is not an object/);
  });
});
