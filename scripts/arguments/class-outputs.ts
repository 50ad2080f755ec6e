import * as ts from "typescript";
import type { ArgumentType } from "../../schemas/argument-schema";
import { TypeReader, targetOf } from "./declared-type";
import { type FieldDoc, fieldDoc } from "./field-doc";

/** An output of a component. */
export interface DescribedOutput {
  type: ArgumentType;
  /** It may be nothing. */
  optional?: true;
  doc: FieldDoc;
}

/** What a component says of itself, and hands out. */
export interface DescribedClass {
  text: string;
  outputs: Readonly<Record<string, DescribedOutput>>;
}

/** Type in `pulumi.Output<…>`; a getter and what is no output have none. */
function outputType(member: ts.ClassElement): ts.TypeNode | undefined {
  const type = ts.isPropertyDeclaration(member) ? member.type : undefined;
  return type && ts.isTypeReferenceNode(type) && type.typeName.getText() === "pulumi.Output"
    ? type.typeArguments?.[0]
    : undefined;
}

const mayBeNothing = (type: ts.TypeNode): boolean =>
  ts.isUnionTypeNode(type) &&
  type.types.some(({ kind }) => kind === ts.SyntaxKind.UndefinedKeyword);

function outputOf(member: ts.ClassElement, reader: TypeReader): [string, DescribedOutput][] {
  const type = outputType(member);
  if (type === undefined || !ts.isPropertyDeclaration(member)) {
    return [];
  }
  const output = {
    type: reader.value(type).type,
    ...(mayBeNothing(type) && { optional: true as const }),
    doc: fieldDoc(member),
  };
  return [[member.name.getText(), output]];
}

const said = (declared: ts.ClassDeclaration): string =>
  ts
    .getJSDocCommentsAndTags(declared)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "")
    .join("\n\n");

/** The components among the exported classes of `entry`, by their names. */
export function describeClasses(
  program: ts.Program,
  entry: string,
  components: readonly string[],
): Record<string, DescribedClass> {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  const exported = module ? checker.getExportsOfModule(module) : [];
  // What an output holds is told by the name that the arguments have for it too.
  const reader = new TypeReader(checker, ({ name }) => name);
  return Object.fromEntries(
    exported.flatMap((symbol) => {
      const declared = targetOf(symbol, checker).valueDeclaration;
      if (!declared || !ts.isClassDeclaration(declared) || !components.includes(symbol.name)) {
        return [];
      }
      const outputs = declared.members.flatMap((member) => outputOf(member, reader));
      return [[symbol.name, { text: said(declared), outputs: Object.fromEntries(outputs) }]];
    }),
  );
}
