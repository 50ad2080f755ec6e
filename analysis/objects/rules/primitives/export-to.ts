import { isLabel } from "../../../../values/host";
import { type Finding, refused } from "../../finding";
import { entries, type Place, text } from "./place";

const none = "~";
const everyone = "*";

interface ExportRules {
  /** Namespace of the object, where it is known: the one that "." stands for. */
  namespace: string | undefined;
  /** Whether "~" may hide the object from everyone, as it may a ServiceEntry. */
  hidable?: boolean;
}

/** One name for the own namespace, however it is written. */
export const exportKey = (entry: string, namespace: string | undefined): string =>
  entry === namespace ? "." : entry;

const isTarget = (entry: string, hidable: boolean): boolean =>
  entry === "." || entry === everyone || (entry === none && hidable) || isLabel(entry);

/** The namespaces that see an object: each named once, and "*" or "~" alone. */
export function exportToFindings(
  list: Place,
  { namespace, hidable = false }: ExportRules,
): Finding[] {
  const all = entries(list);
  const seen = new Map<string, string>();
  const own = all.flatMap((place) => {
    const entry = text(place);
    if (entry === undefined) {
      return [];
    }
    const key = exportKey(entry, namespace);
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      return [refused(place.path, entry, `${earlier} stands for the same namespace`)];
    }
    if (!isTarget(entry, hidable)) {
      const words = hidable ? '".", "*", "~"' : '".", "*"';
      return [refused(place.path, entry, `${words} or the name of a namespace is expected`)];
    }
    seen.set(key, place.path);
    return [];
  });
  const alone = [everyone, none].filter((entry) => seen.has(entry) && all.length > 1);
  return [
    ...own,
    ...alone.map((entry) => refused(list.path, list.value, `"${entry}" has to stand alone`)),
  ];
}
