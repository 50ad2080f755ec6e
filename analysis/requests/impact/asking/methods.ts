import { isMethod, type Part, type Wish } from "./part";

/** Methods of which one is taken that is not named, those that most clients use first. */
const usual = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND"];

/** How methods are called that no condition names. */
export const anyMethodBut = "any method but ";

/** The method of a request of which nothing is asked. */
export const plainMethod = "GET";

/** The methods that a condition names. */
const namedBy = ({ isTurned, fitting, others }: Part): readonly (string | undefined)[] =>
  isTurned ? others : fitting;

/** A condition whose other requests have a method that nobody names, or the plain one. */
function withUnnamed(part: Part, value: string, words: string): Part {
  const own = (part.isTurned ? part.fitting : part.others).filter((one) => one !== undefined);
  const near = namedBy(part).includes(plainMethod) ? [value] : [value, plainMethod];
  const outside = [...new Set([...near, ...own])];
  return {
    ...part,
    ...(part.isTurned ? { fitting: outside } : { others: outside }),
    unnamed: { value, words },
  };
}

/**
 * Conditions on methods with one that none of them names. There are few methods, so that one that does not
 * fit a condition may well fit another, and what becomes of all the rest would not be asked.
 */
export function withUnnamedMethod(wishes: readonly Wish[]): readonly Wish[] {
  const named = new Set(
    wishes
      .flat()
      .filter(({ target }) => isMethod(target))
      .flatMap(namedBy),
  );
  const free = usual.find((method) => !named.has(method));
  if (named.size === 0 || free === undefined) {
    return wishes;
  }
  const words = `${anyMethodBut}${[...named].filter((one) => one !== undefined).join(", ")}`;
  return wishes.map((wish) =>
    wish.map((part) => (isMethod(part.target) ? withUnnamed(part, free, words) : part)),
  );
}
