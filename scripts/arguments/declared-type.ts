import * as ts from "typescript";
import type { ArgumentType, ArgumentValue } from "../../schemas/argument-schema";

/** Names an interface among the definitions, and reads it if that has not happened yet. */
export type Define = (symbol: ts.Symbol) => string;

const keywords = new Map<ts.SyntaxKind, ArgumentType>([
  [ts.SyntaxKind.StringKeyword, "text"],
  [ts.SyntaxKind.NumberKeyword, "number"],
  [ts.SyntaxKind.BooleanKeyword, "boolean"],
  [ts.SyntaxKind.AnyKeyword, "open"],
  [ts.SyntaxKind.UnknownKeyword, "open"],
]);

/** Symbol behind an import or a re-export. */
export const targetOf = (symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** Reads types as they are written, since `pulumi.Input` is told by its name alone. */
export class TypeReader {
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly define: Define,
  ) {}

  value(node: ts.TypeNode): ArgumentValue {
    if (ts.isParenthesizedTypeNode(node)) {
      return this.value(node.type);
    }
    if (ts.isTypeReferenceNode(node) && node.typeName.getText() === "pulumi.Input") {
      const [inner] = node.typeArguments ?? [];
      return inner ? { input: true, type: this.value(inner).type } : { input: true, type: "open" };
    }
    return { type: this.#type(node) };
  }

  #type(node: ts.TypeNode): ArgumentType {
    const keyword = keywords.get(node.kind);
    if (keyword !== undefined) {
      return keyword;
    }
    if (ts.isArrayTypeNode(node)) {
      return { list: this.value(node.elementType) };
    }
    if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) {
      return this.#type(node.type);
    }
    if (ts.isTypeLiteralNode(node)) {
      return this.#map(node);
    }
    if (ts.isLiteralTypeNode(node)) {
      return { enum: [literal(node.literal)] };
    }
    if (ts.isUnionTypeNode(node)) {
      return this.#union(node);
    }
    if (ts.isTypeReferenceNode(node)) {
      return this.#reference(node);
    }
    return notUnderstood(node);
  }

  #map(node: ts.TypeLiteralNode): ArgumentType {
    const [member] = node.members;
    return member && ts.isIndexSignatureDeclaration(member)
      ? { map: this.value(member.type) }
      : notUnderstood(node);
  }

  #union(node: ts.UnionTypeNode): ArgumentType {
    // That it may be absent, the question mark of the field says.
    const types = node.types.filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword);
    const [only, ...others] = types;
    if (only && others.length === 0) {
      return this.#type(only);
    }
    const values = types.map((type) => this.value(type));
    const words = values.flatMap(({ type }) =>
      typeof type === "object" && "enum" in type ? type.enum : [],
    );
    return words.length === values.length ? { enum: words } : { union: values };
  }

  #reference(node: ts.TypeReferenceNode): ArgumentType {
    const found = this.checker.getSymbolAtLocation(node.typeName);
    const symbol = found && targetOf(found, this.checker);
    if (symbol && symbol.flags & ts.SymbolFlags.Interface) {
      return { ref: this.define(symbol) };
    }
    const alias = symbol?.declarations?.find(ts.isTypeAliasDeclaration);
    if (alias === undefined) {
      // Declared by a package.
      return "open";
    }
    return ts.isIndexedAccessTypeNode(alias.type)
      ? { enum: this.#words(alias.type) }
      : this.#type(alias.type);
  }

  /** Values of an enum object, in the order in which it lists them. */
  #words({ objectType }: ts.IndexedAccessTypeNode): (string | number | boolean)[] {
    const query = ts.isParenthesizedTypeNode(objectType) ? objectType.type : objectType;
    const symbol = ts.isTypeQueryNode(query) && this.checker.getSymbolAtLocation(query.exprName);
    const declared = symbol ? targetOf(symbol, this.checker).valueDeclaration : undefined;
    const written = declared && ts.isVariableDeclaration(declared) && declared.initializer;
    if (
      !written ||
      !ts.isAsExpression(written) ||
      !ts.isObjectLiteralExpression(written.expression)
    ) {
      return notUnderstood(objectType);
    }
    return written.expression.properties.map((property) =>
      ts.isPropertyAssignment(property) ? literal(property.initializer) : notUnderstood(property),
    );
  }
}

function literal(node: ts.Node): string | number | boolean {
  if (ts.isStringLiteral(node)) {
    return node.text;
  }
  if (ts.isNumericLiteral(node)) {
    return Number(node.text);
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
    return node.kind === ts.SyntaxKind.TrueKeyword;
  }
  return notUnderstood(node);
}

function notUnderstood(node: ts.Node): never {
  throw new Error(`${node.getSourceFile().fileName}: no type of an argument: ${node.getText()}`);
}
