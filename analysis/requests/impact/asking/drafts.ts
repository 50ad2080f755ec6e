import { type Draft, draftAt } from "./draft";
import { plainMethod, withUnnamedMethod } from "./methods";
import { isMethod, isSameTarget, type Part, put, type Wish, wishWords } from "./part";
import { targetWords } from "./route-parts";
import { withTokens } from "./token-parts";

/** A request of one class, and the conditions that it was made for. */
export interface Asked {
  readonly draft: Draft;
  /** Numbers of the wishes that it fits by intent; none for a request of which nothing is asked. */
  readonly fits: readonly number[];
  /** Whether it is what the first of them asks for, no more and no less. */
  readonly plain: boolean;
  /** What it has, where it differs from a wish in one condition, or fits one of a list. */
  readonly words?: string;
  /** Whether it is called by its words only where nothing simpler fares as it does. */
  readonly isSpecial?: boolean;
  /** Numbers of the wishes of which it is a part only: one value of a list, or apart from another's. */
  readonly ofLists?: readonly number[];
}

/** Of more conditions than these not all pairs are asked together. */
const mostPaired = 24;

const filled = (draft: Draft, wish: Wish): Draft =>
  wish.reduce((own, { target, fitting: [value] }) => put(own, target, value), draft);

/** What stands where a condition looks and does not fit it. */
function otherWords({ target, words, unnamed }: Part, value: string | undefined): string {
  if (value === undefined) {
    return `without ${words}`;
  }
  return value === unnamed?.value ? unnamed.words : `${targetWords(target)} ${value}`;
}

/** All conditions, of which one is called otherwise. */
const changedWords = (wish: Wish, part: Part, words: string): string =>
  wishWords(wish.map((one) => (one === part ? { ...one, words } : one)));

/** A request that fits one of a list is called by it, in case that the others of the list fare otherwise. */
function listedAs(wish: Wish, i: number, part: Part, at: number): Partial<Asked> {
  const value = part.listed?.[at];
  return value === undefined
    ? {}
    : { words: changedWords(wish, part, `${targetWords(part.target)} ${value}`), ofLists: [i] };
}

/** The request that fits, and those that differ from it in one condition. */
function ofWish(start: Draft, wish: Wish, i: number): Asked[] {
  const base = filled(start, wish);
  const varied = wish.flatMap((part) => {
    const rest = wish.filter((one) => one !== part);
    const from = filled(start, rest);
    const fitting = part.fitting.slice(1).map((value, at) => ({
      draft: put(from, part.target, value),
      fits: [i],
      plain: false,
      ...listedAs(wish, i, part, at + 1),
    }));
    const others = part.others.map((value) => ({
      draft: put(from, part.target, value),
      fits: [],
      plain: false,
      words: changedWords(wish, part, otherWords(part, value)),
    }));
    return [...fitting, ...others];
  });
  const list = wish.find(({ listed }) => listed !== undefined);
  return [
    { draft: base, fits: [i], plain: true, ofLists: [i], ...(list && listedAs(wish, i, list, 0)) },
    ...varied,
  ];
}

/** Whether a value is known to fit a condition. */
const isIn = (part: Part) => (value: string | undefined) =>
  part.fitting.includes(value) || (value !== undefined && part.takes?.(value) === true);

/** A value that fits both; nothing where there is none among those that are known. */
function common(one: Part, other: Part): Part | undefined {
  const fitting = [...one.fitting.filter(isIn(other)), ...other.fitting.filter(isIn(one))];
  return fitting.length === 0 ? undefined : { ...one, fitting };
}

/** Conditions of both, where one request can fit them. */
function together(one: Wish, other: Wish): Wish | undefined {
  const all: Part[] = [...one];
  for (const part of other) {
    const at = all.findIndex(({ target }) => isSameTarget(target, part.target));
    const own = all[at];
    const both = own === undefined ? part : common(own, part);
    if (both === undefined) {
      return undefined;
    }
    all.splice(at < 0 ? all.length : at, at < 0 ? 0 : 1, both);
  }
  return all;
}

/** Conditions that a request of which nothing is asked fits: what does not has to be asked for. */
const fitsUnasked = ({ target, fitting, isTurned = false }: Part): boolean =>
  isTurned || (isMethod(target) && fitting.includes(plainMethod));

/** Values of a list that another condition on the same takes otherwise, as where a list grows or shrinks. */
function contested(wishes: readonly Wish[], part: Part, values: Part["fitting"]): Part["fitting"] {
  const rivals = wishes.flat().filter(({ target }) => isSameTarget(target, part.target));
  return values.filter((value) => rivals.some((one) => isIn(one)(value) !== isIn(part)(value)));
}

/** The first of some values, which stands for them, and those that do not fare as it does everywhere. */
const telling = (wishes: readonly Wish[], part: Part, values: Part["fitting"]): Part["fitting"] => [
  ...values.slice(0, 1),
  ...contested(wishes, part, values.slice(1)),
];

/** Requests that fit two wishes together: by the first value of each list, and by those that tell it apart. */
function joint(
  start: Draft,
  wishes: readonly Wish[],
  both: Wish,
  fits: readonly number[],
): Asked[] {
  const base = filled(start, both);
  const varied = both
    .filter(({ listed }) => listed !== undefined)
    .flatMap((part) =>
      contested(wishes, part, part.fitting.slice(1)).map((value) => ({
        draft: put(base, part.target, value),
        fits,
        plain: false,
        words: changedWords(both, part, otherWords(part, value)),
        isSpecial: true,
      })),
    );
  return [{ draft: base, fits, plain: false }, ...varied];
}

/** Requests that fit one wish and do not fit a condition of another that most requests fit. */
function apart(start: Draft, wishes: readonly Wish[], one: Wish, i: number, other: Wish): Asked[] {
  const isFree = ({ target }: Part) => !one.some((own) => isSameTarget(own.target, target));
  const from = filled(start, one);
  return other
    .filter((part) => fitsUnasked(part) && isFree(part))
    .flatMap((part) =>
      telling(wishes, part, part.others).map((value) => {
        const words = `${wishWords(one)}, ${otherWords(part, value)}`;
        const draft = put(from, part.target, value);
        return { draft, fits: [i], plain: false, words, ofLists: [i] };
      }),
    );
}

function pairs(start: Draft, wishes: readonly Wish[]): Asked[] {
  const numbered = wishes.map((wish, i) => ({ wish, i })).filter(({ wish }) => wish.length > 0);
  const near = numbered.length > mostPaired ? 1 : numbered.length;
  return numbered.flatMap(({ wish, i }, at) =>
    numbered.slice(at + 1, at + 1 + near).flatMap((other) => {
      const both = together(wish, other.wish);
      return [
        ...(both === undefined ? [] : joint(start, wishes, both, [i, other.i])),
        ...apart(start, wishes, wish, i, other.wish),
        ...apart(start, wishes, other.wish, other.i, wish),
      ];
    }),
  );
}

/** A path that no condition is about, as far as there is one. */
function usualPath(wishes: readonly Wish[]): string {
  const isNamed = wishes.some((wish) =>
    wish.some(({ target, fitting }) => target.kind === "path" && fitting.includes("/")),
  );
  return isNamed ? "/any" : "/";
}

/** One request for each class that conditions tell apart: fitted, just not fitted, and fitted with another. */
export function draftsOf(asked: readonly Wish[]): Asked[] {
  const wishes = withTokens(withUnnamedMethod(asked));
  const start = draftAt(usualPath(wishes));
  const all: Asked[] = [
    { draft: start, fits: [], plain: true },
    ...wishes.flatMap((wish, i) => ofWish(start, wish, i)),
    ...pairs(start, wishes),
  ];
  const byDraft = new Map<string, Asked>();
  for (const one of all) {
    const key = JSON.stringify(one.draft);
    const known = byDraft.get(key);
    const chosen = known === undefined || (one.plain && !known.plain) ? one : known;
    const ofLists = [...new Set([...(known?.ofLists ?? []), ...(one.ofLists ?? [])])];
    byDraft.set(key, ofLists.length === 0 ? chosen : { ...chosen, ofLists });
  }
  return [...byDraft.values()];
}
