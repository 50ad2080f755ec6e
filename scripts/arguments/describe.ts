import { basename } from "node:path";
import * as ts from "typescript";
import type { ArgumentField, ArgumentSchema } from "../../schemas/argument-schema";
import { TypeReader, targetOf } from "./declared-type";
import { type FieldDoc, fieldDoc } from "./field-doc";

/** An argument with what its interface says of it in words. */
export interface DescribedField extends ArgumentField {
  doc: FieldDoc;
}

/** The schema of all arguments, with their words. */
export interface DescribedSchema extends ArgumentSchema {
  definitions: { readonly [name: string]: { readonly [field: string]: DescribedField } };
}

type Definitions = Record<string, Record<string, DescribedField>>;

const tagged = (node: ts.Node, name: string): ts.JSDocTag | undefined =>
  ts.getJSDocTags(node).find(({ tagName }) => tagName.text === name);

/** Of interfaces, for all their optional fields, and of fields: absence means more. */
const narrowing = (node: ts.Node): boolean => tagged(node, "narrows") !== undefined;

/** Of fields: what is in them is not for messages. */
const secret = (node: ts.Node): boolean => tagged(node, "secret") !== undefined;

/** Tag of fields that had another name, which follows it. */
const formerName = (node: ts.Node): string | undefined => {
  const comment = tagged(node, "formerly")?.comment;
  return comment === undefined ? undefined : ts.getTextOfJSDocComment(comment)?.trim();
};

/** Describes what the exported classes and groups of functions of `entry` take. */
export function describeArguments(program: ts.Program, entry: string): DescribedSchema {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) {
    throw new Error(`${entry} exports nothing`);
  }
  const describer = new Describer(checker);
  for (const symbol of checker.getExportsOfModule(module)) {
    describer.root(targetOf(symbol, checker), symbol.name);
  }
  return { roots: sorted(describer.roots), definitions: sorted(describer.definitions) };
}

/** What run-time checks need to know: everything but the words. */
export const withoutDocs = ({ roots, definitions }: DescribedSchema): ArgumentSchema => ({
  roots,
  definitions: Object.fromEntries(
    Object.entries(definitions).map(([name, fields]) => [
      name,
      Object.fromEntries(
        Object.entries(fields).map(([field, { doc: _, ...described }]) => [field, described]),
      ),
    ]),
  ),
});

const sorted = <T>(entries: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Tells interfaces of one name apart. */
const fileOf = ({ declarations: [first] = [] }: ts.Symbol): string =>
  basename(first?.getSourceFile().fileName ?? "", ".ts");

/** Whether a function takes arguments as a component does, by the name of their interface. */
const takesArgs = ({ parameters: [first] }: ts.FunctionDeclaration): boolean =>
  first?.type?.getText().endsWith("Args") === true;

class Describer {
  readonly roots: Record<string, { ref: string; optional?: true }> = {};
  readonly definitions: Definitions = {};
  readonly #reader: TypeReader;
  readonly #names = new Map<ts.Symbol, string>();

  constructor(private readonly checker: ts.TypeChecker) {
    this.#reader = new TypeReader(checker, (symbol) => this.#define(symbol));
  }

  root(symbol: ts.Symbol, name: string): void {
    const declared = symbol.valueDeclaration;
    if (declared && ts.isClassDeclaration(declared)) {
      this.#parameter(name, declared.members.find(ts.isConstructorDeclaration)?.parameters[1]);
    } else if (declared && ts.isFunctionDeclaration(declared) && takesArgs(declared)) {
      this.#parameter(name, declared.parameters[0]);
    } else if (symbol.flags & ts.SymbolFlags.ValueModule) {
      for (const member of this.checker.getExportsOfModule(symbol)) {
        const made = targetOf(member, this.checker).valueDeclaration;
        if (made && ts.isFunctionDeclaration(made)) {
          this.#parameter(`${name}.${member.name}`, made.parameters[0]);
        }
      }
    }
  }

  #parameter(subject: string, parameter: ts.ParameterDeclaration | undefined): void {
    if (parameter?.type) {
      this.roots[subject] = {
        ref: this.#named(parameter.type, subject),
        ...((parameter.questionToken || parameter.initializer) && { optional: true as const }),
      };
    }
  }

  /** An interface by its own name, anything joined of several by that of who takes it. */
  #named(node: ts.TypeNode, subject: string): string {
    const { type } = ts.isIntersectionTypeNode(node)
      ? { type: undefined }
      : this.#reader.value(node);
    if (typeof type === "object" && "ref" in type) {
      return type.ref;
    }
    this.definitions[subject] = this.#fieldsOf(node);
    return subject;
  }

  #fieldsOf(node: ts.TypeNode): Record<string, DescribedField> {
    if (ts.isIntersectionTypeNode(node)) {
      return Object.assign({}, ...node.types.map((type) => this.#fieldsOf(type)));
    }
    if (ts.isTypeReferenceNode(node) && node.typeName.getText() === "Partial") {
      const [inner] = node.typeArguments ?? [];
      const fields = inner ? this.#fieldsOf(inner) : {};
      return Object.fromEntries(
        Object.entries(fields).map(([name, { required: _, ...field }]) => [name, field]),
      );
    }
    const { type } = this.#reader.value(node);
    return typeof type === "object" && "ref" in type ? (this.definitions[type.ref] ?? {}) : {};
  }

  #define(symbol: ts.Symbol): string {
    const known = this.#names.get(symbol);
    if (known !== undefined) {
      return known;
    }
    const name = this.definitions[symbol.name] ? `${fileOf(symbol)}/${symbol.name}` : symbol.name;
    this.#names.set(symbol, name);
    const fields: Record<string, DescribedField> = {};
    this.definitions[name] = fields;
    for (const declaration of symbol.declarations ?? []) {
      if (ts.isInterfaceDeclaration(declaration)) {
        Object.assign(fields, this.#interface(declaration));
      }
    }
    return name;
  }

  #interface(declaration: ts.InterfaceDeclaration): Record<string, DescribedField> {
    const fields: Record<string, DescribedField> = {};
    for (const base of declaration.heritageClauses?.flatMap(({ types }) => types) ?? []) {
      const found = this.checker.getSymbolAtLocation(base.expression);
      const symbol = found && targetOf(found, this.checker);
      if (symbol?.flags && symbol.flags & ts.SymbolFlags.Interface) {
        Object.assign(fields, this.definitions[this.#define(symbol)]);
      }
    }
    for (const member of declaration.members.filter(ts.isPropertySignature)) {
      fields[(member.name as ts.Identifier).text] = this.#field(member, narrowing(declaration));
    }
    return fields;
  }

  #field(member: ts.PropertySignature, narrows: boolean): DescribedField {
    if (member.type === undefined) {
      throw new Error(`${member.getText()} has no type`);
    }
    const optional = member.questionToken !== undefined;
    const formerly = formerName(member);
    return {
      ...(!optional && { required: true as const }),
      ...(optional && (narrows || narrowing(member)) && { narrows: true as const }),
      ...(secret(member) && { secret: true as const }),
      ...(formerly !== undefined && { formerly }),
      ...this.#reader.value(member.type),
      doc: fieldDoc(member),
    };
  }
}
