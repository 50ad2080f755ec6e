const registry = /^(?:[a-zA-Z0-9][-.a-zA-Z0-9]*|\[[0-9a-fA-F:]+\])(?::\d+)?$/;
const part = /^[a-z0-9][-._a-z0-9]*$/;
const tag = /^\w[-.\w]{0,127}$/;
const digest = /^[a-z0-9]+:[a-f0-9]{32,}$/;
const around = /^[a-z]+:\/\/|\/+$/g;

/** The first part is a registry or, as the others, of names that may have a "_". */
function isPath(text: string): boolean {
  const [first = "", ...others] = text.split("/");
  return (registry.test(first) || part.test(first)) && others.every((one) => part.test(one));
}

/** Where images are, without their own names: registry and path. */
export function imagePathProblem(text: string): string | undefined {
  if (isPath(text)) {
    return undefined;
  }
  const meant = text.replace(around, "");
  const way = isPath(meant) ? JSON.stringify(meant) : 'for example "registry.example.com/istio"';
  return `is not the path of images in a registry; write ${way}`;
}

/** Tag of an image. */
export const imageTagProblem = (text: string): string | undefined =>
  tag.test(text)
    ? undefined
    : 'is not a tag of images (1 to 128 letters, digits, "_", "." and "-")';

/** An image with its tag, its digest, both or none of them. */
export function imageProblem(text: string): string | undefined {
  const [name = "", digested, ...others] = text.split("@");
  const colon = name.lastIndexOf(":");
  const tagged = colon > name.lastIndexOf("/");
  const untagged = tagged ? name.slice(0, colon) : name;
  const isPort = untagged.includes(":") && !untagged.includes("/");
  const known =
    isPath(untagged) &&
    !isPort &&
    (!tagged || tag.test(name.slice(colon + 1))) &&
    (digested === undefined || digest.test(digested)) &&
    others.length === 0;
  return known
    ? undefined
    : 'is not an image; write for example "registry.example.com/shop/web:1.0"';
}
