import { type ComponentClass, refusals } from "../components";
import type { Problem } from "./schema";

/** What a component would refuse, told by the key of the stack file that an argument comes from. */
export const refused = <Args>(
  component: ComponentClass<Args>,
  name: string,
  args: Args,
  keyOf: (argument: string) => string,
): Problem[] =>
  refusals(component, name, args).map(({ propertyPath, reason }) => ({
    path: keyOf(propertyPath),
    reason,
  }));
