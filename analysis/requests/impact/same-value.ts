type Fields = Readonly<Record<string, unknown>>;

/** Whether maps have the same, whatever the order; a key without a value is none. */
function sameFields(one: Fields, other: Fields): boolean {
  for (const key in one) {
    if (!isSame(one[key], other[key])) {
      return false;
    }
  }
  for (const key in other) {
    if (other[key] !== undefined && one[key] === undefined) {
      return false;
    }
  }
  return true;
}

/** Whether two values of an object say the same. What is not known yet is as unknown in both. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) {
    return true;
  }
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return false;
  }
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((value, i) => isSame(value, other[i]))
    );
  }
  return sameFields(one as Fields, other as Fields);
}
