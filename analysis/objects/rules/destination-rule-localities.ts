/** A list of localities, each `region`, `region/zone` or `region/zone/subzone`, perhaps ending in "*". */
type Parts = readonly string[];

const partsOf = (locality: string): Parts => {
  const [region = "", zone, ...rest] = locality.split("/");
  return zone === undefined ? [region] : [region, zone, ...(rest.length ? [rest.join("/")] : [])];
};

function formProblem(locality: string): string | undefined {
  if (locality.slice(0, -1).includes("*")) {
    return '"*" may stand at the end only';
  }
  return partsOf(locality).includes("")
    ? "region, region/zone or region/zone/subzone is expected, without an empty part"
    : undefined;
}

/** Whether a locality is taken by one before it; a wildcard takes only those behind it. */
function takes([region, zone, subzone]: Parts, later: Parts): boolean {
  if (region === "*") {
    return true;
  }
  if (region !== later[0]) {
    return false;
  }
  if (later.length === 1 || zone === undefined || zone === "*") {
    return true;
  }
  if (zone !== later[1]) {
    return false;
  }
  return later.length === 2 || subzone === undefined || subzone === "*" || subzone === later[2];
}

interface Listed<T> {
  locality: string;
  place: T;
}

/**
 * What is wrong with each locality of a list. Keys of a map have no order (istiod takes them in any,
 * and refuses by chance), so there a wildcard takes those before it as well.
 */
export function localityProblems<T>(
  list: readonly Listed<T>[],
  { ordered }: { ordered: boolean },
): { place: T; problem: string }[] {
  return list.flatMap(({ locality, place }, i) => {
    const form = formProblem(locality);
    if (form !== undefined) {
      return [{ place, problem: form }];
    }
    const own = partsOf(locality);
    const earlier = list.slice(0, i).find((other) => {
      const parts = partsOf(other.locality);
      return (
        formProblem(other.locality) === undefined &&
        (takes(parts, own) || (!ordered && takes(own, parts)))
      );
    });
    return earlier === undefined
      ? []
      : [{ place, problem: `overlaps with "${earlier.locality}" of the same list` }];
  });
}
