import type { ArgumentValue } from "../../../schemas/argument-schema";
import { argumentSchema } from "../../../schemas/argument-store";
import { allChanges, componentCases } from "../component-case";
import { type Registered, record } from "../record";
import { Beside, type ComponentChanges } from "./changes";
import { commonValues } from "./common-values";
import { documentedValues } from "./documented-values";
import { effect, type Step } from "./effect";

/** One change of one argument, and what an update does then. */
export interface Transition {
  component: string;
  argument: string;
  /** Way in which the component is used. */
  base: string;
  from: unknown;
  to: unknown;
  steps: Step[];
}

interface State {
  value: unknown;
  resources: readonly Registered[];
}

/** Stands for an argument that is left out. */
export const absent = Symbol("absent");

function closedValues({ type }: ArgumentValue): readonly unknown[] {
  if (type === "boolean") {
    return [true, false];
  }
  return typeof type === "object" && "enum" in type ? type.enum : [];
}

/** What a component's own resources are; undefined when the arguments are refused. */
async function resourcesOf(changes: ComponentChanges, args: object) {
  let refused = false;
  const { resources } = await record(() => {
    try {
      changes.create("one", args);
    } catch {
      refused = true;
    }
  });
  const own = ({ type }: Registered) => !type.startsWith("istio-mesh:");
  return refused ? undefined : resources.filter(own);
}

/** Without what is undefined: it says that an argument is left out. */
const given = (args: object): object =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));

const withArgument = (base: object, argument: string, value: unknown): object => {
  const { [argument]: _, ...rest } = base as Record<string, unknown>;
  return value === absent ? rest : { ...rest, [argument]: value };
};

/** Labels and annotations reach the objects of a chart by a transform, which only the engine runs. */
const rendered = new Set(componentCases.flatMap((one) => (one.rendered ? [one.component] : [])));
const byTransform = new Set(["labels", "annotations"]);

/** Names of the arguments of a component. */
export function argumentsOf(component: string): string[] {
  const root = argumentSchema().roots[component];
  const all = Object.keys(root ? (argumentSchema().definitions[root.ref] ?? {}) : {});
  return all.filter((name) => !(rendered.has(component) && byTransform.has(name)));
}

const keyOf = (value: unknown) => (value === absent ? "absent" : JSON.stringify(value));

const distinct = (values: readonly unknown[]): unknown[] => [
  ...new Map(values.map((value) => [keyOf(value), value])).values(),
];

/** Values of an argument, by what they stand beside; nothing for most. */
function valuesOf(
  changes: ComponentChanges,
  base: object,
  argument: string,
): [object, unknown[]][] {
  const root = argumentSchema().roots[changes.component];
  const field = root && argumentSchema().definitions[root.ref]?.[argument];
  const closed = field ? closedValues(field) : [];
  const known = closed.length > 0 || argument in changes.fixed || argument in base;
  const written =
    changes.values[argument] ??
    commonValues[argument] ??
    (known ? [] : documentedValues(changes.component, argument));
  const worlds = distinct([
    {},
    ...written.flatMap((value) => (value instanceof Beside ? value.others : [])),
  ]) as object[];
  return worlds.map((others) => {
    const here = written.flatMap((value) => {
      const [world, own] = value instanceof Beside ? [value.others, value.value] : [{}, value];
      return keyOf(world) === keyOf(others) ? [own] : [];
    });
    const own = (base as Record<string, unknown>)[argument];
    const all = [absent, own, ...closed, ...here];
    return [others, distinct(all.filter((value) => value !== undefined))];
  });
}

const pairs = (states: readonly State[]): [State, State][] =>
  states.flatMap((from) =>
    states.filter((to) => to !== from).map((to): [State, State] => [from, to]),
  );

/** Each change of one argument, in each way in which the component is used. */
async function transitionsOf(changes: ComponentChanges): Promise<Transition[]> {
  const { component, bases } = changes;
  const found: Transition[] = [];
  const add = (base: string, argument: string, states: readonly State[]) => {
    for (const [from, to] of pairs(states)) {
      const steps = effect(from.resources, to.resources);
      found.push({ component, argument, base, from: from.value, to: to.value, steps });
    }
  };
  const statesOf = async (values: readonly [unknown, object][]): Promise<State[]> => {
    const states: State[] = [];
    for (const [value, args] of values) {
      const resources = await resourcesOf(changes, args);
      if (resources) {
        states.push({ value, resources });
      }
    }
    return states;
  };
  for (const [name, base] of Object.entries(bases)) {
    for (const argument of argumentsOf(component)) {
      for (const [others, values] of valuesOf(changes, base, argument)) {
        const around = given({ ...base, ...others });
        const states = values.map((value): [unknown, object] => [
          value,
          withArgument(around, argument, value),
        ]);
        add(name, argument, await statesOf(states));
      }
    }
  }
  add("", severalArguments, await statesOf(Object.entries(bases)));
  return found;
}

/** Those of all components, in the order of their names. */
export async function allTransitions(): Promise<Transition[]> {
  const found: Transition[] = [];
  for (const changes of allChanges) {
    found.push(...(await transitionsOf(changes)));
  }
  return found;
}

/** Stands for a change from one way of using a component to another. */
export const severalArguments = "(way)";
