import * as ts from "typescript";

/** What an interface says of an argument, or a class of an output, in words. */
export interface FieldDoc {
  text: string;
  /** As it is written: a value, or words after a dash. */
  default?: string;
  see: readonly string[];
}

const joined = (text: string): string => text.replace(/\s+/g, " ").trim();

export function fieldDoc(member: ts.PropertySignature | ts.PropertyDeclaration): FieldDoc {
  const comments = ts.getJSDocCommentsAndTags(member).filter(ts.isJSDoc);
  const text = joined(
    comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "").join(" "),
  );
  const tags = (name: string): string[] =>
    ts
      .getJSDocTags(member)
      .filter(({ tagName }) => tagName.text === name)
      .map(tagText);
  const [whenAbsent] = tags("default");
  return { text, ...(whenAbsent !== undefined && { default: whenAbsent }), see: tags("see") };
}

/** The parser takes the scheme of an address for a name. */
const tagText = (tag: ts.JSDocTag): string =>
  joined(
    tag
      .getText()
      .replace(/^@\w+/, "")
      .replace(/^\s*\* ?/gm, ""),
  );
