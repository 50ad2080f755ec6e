import { holdsUnknown, unknown } from "../objects/mesh-object";
import { entryPath, fieldPath } from "../objects/path";

/** Thrown where a judgement hangs on what is not known yet. Whoever runs a check counts it. */
export class NotJudged extends Error {
  override readonly name = "NotJudged";
}

const guards = new WeakMap<object, object>();

const pathOf = (path: string, key: string, isList: boolean): string =>
  isList ? entryPath(path, Number(key)) : fieldPath(path, key);

function guard<T extends object>(object: T, whose: string, path = ""): T {
  const made = guards.get(object);
  if (made !== undefined) {
    return made as T;
  }
  const proxy = new Proxy(object, {
    get(target, key, receiver) {
      const value = Reflect.get(target, key, receiver);
      if (typeof key === "symbol" || (value !== unknown && !isObject(value))) {
        return value;
      }
      const own = pathOf(path, key, Array.isArray(target));
      if (value === unknown) {
        throw new NotJudged(`${own}${whose} is not known yet`);
      }
      return guard(value as object, whose, own);
    },
  });
  guards.set(object, proxy);
  return proxy;
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

/**
 * The same object for those who may not guess: who reads a part that is not known yet ends with
 * `NotJudged`. What is known whole is handed back as it is. `whose` names the object to a reader.
 */
export const guarded = <T extends object>(object: T, whose = ""): T =>
  holdsUnknown(object) ? guard(object, whose && ` of ${whose}`) : object;

/** What a reading gives, or nothing where it hangs on what is not known yet. */
export function known<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotJudged) {
      return undefined;
    }
    throw error;
  }
}
