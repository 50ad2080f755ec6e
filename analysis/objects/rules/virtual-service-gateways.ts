import { isLabel, nameProblem } from "../../../values/host";
import { type Finding, refused, warned } from "../finding";
import { checkText, entries, isBlank, isUnknown, type Place, text } from "./primitives/place";

/** What routes are bound to; undefined where that is not known yet. */
export type Binding = "mesh" | "gateways" | undefined;

/** Reads `gateways`: without any, or with `mesh` among them, routes are for the mesh too. */
export function bindingOf(gateways: Place): Binding {
  const names = entries(gateways);
  if (isBlank(gateways) || names.some(({ value }) => value === "mesh")) {
    return "mesh";
  }
  return isUnknown(gateways) || names.some(isUnknown) ? undefined : "gateways";
}

function legacyFindings(place: Place, name: string): Finding[] {
  const [gateway = "", namespace = ""] = name.split(".");
  const legacy = warned(
    place.path,
    name,
    `names with dots are outdated; write "${namespace}/${gateway}"`,
    "gateway-name-outdated",
  );
  return [...(name.includes(".") ? [legacy] : []), ...checkText(place, nameProblem)];
}

function qualifiedFindings({ path }: Place, name: string): Finding[] {
  const slash = name.indexOf("/");
  return isLabel(name.slice(0, slash)) && isLabel(name.slice(slash + 1))
    ? []
    : [refused(path, name, "a gateway is named namespace/name, both without dots")];
}

/** What is wrong with names of gateways. */
export function gatewayNameFindings(gateways: Place): Finding[] {
  const found: Finding[] = [];
  for (const place of entries(gateways)) {
    const name = text(place);
    if (name === undefined) {
      continue;
    }
    if (!name.includes("/")) {
      // istiod looks at no name behind one without a namespace, such as "mesh".
      return [...found, ...legacyFindings(place, name)];
    }
    found.push(...qualifiedFindings(place, name));
  }
  return found;
}
