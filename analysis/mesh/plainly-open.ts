const opening: readonly string[] = ["allow", "allowed", "permit", "open"];
const closing: readonly string[] = ["no", "none", "nothing", "nobody", "deny", "default", "only"];

/** Whether the name of a policy says that it lets somebody in, and nothing against it. */
export function isNamedOpen(name: string): boolean {
  const words = name.toLowerCase().replaceAll(".", "-").split("-");
  return (
    words.some((word) => opening.includes(word)) && !words.some((word) => closing.includes(word))
  );
}
