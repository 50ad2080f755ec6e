import * as path from "node:path";
import * as ts from "typescript";
import { ownProgram } from "./own-program";

/** Something public whose documentation is missing or contradicts it. */
export interface Gap {
  /** `file:line`, from the folder of the repository. */
  at: string;
  /** What it is, e.g. `CanaryArgs.timeout`. */
  name: string;
  missing: string;
}

/** What the package exports. */
export interface PublicDocs {
  /** Exported names; what a group of kinds exports is not among them, but read all the same. */
  names: ReadonlySet<string>;
  gaps: readonly Gap[];
}

/** Reads the documentation of all that `entry` exports, and of what it refers to. */
export function publicDocs(root: string, entry: string): PublicDocs {
  const program = ownProgram(path.join(root, entry));
  const source = program.getSourceFile(path.join(root, entry));
  const checker = program.getTypeChecker();
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) {
    throw new Error(`${entry} exports nothing`);
  }
  const reader = new Reader(checker, root);
  const exported = checker.getExportsOfModule(module);
  reader.readAll(exported);
  return { names: new Set(exported.map(({ name }) => name)), gaps: reader.gaps };
}

export const gapText = ({ at, name, missing }: Gap): string => `${at} ${name}: ${missing}`;

/** Shorter texts repeat the name at best; a value of an enum may be said in a word. */
const shortest = 10;

const textOf = (symbol: ts.Symbol, checker: ts.TypeChecker): string =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();

const hasDefault = (node: ts.Node): boolean =>
  ts
    .getJSDocTags(node)
    .some((tag) => tag.tagName.text === "default" && ts.getTextOfJSDocComment(tag.comment)?.trim());

const isHidden = (node: ts.Declaration): boolean =>
  Boolean(
    ts.getCombinedModifierFlags(node) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected),
  );

/** Definitions say which fields are optional, but only few of them what is then the case. */
const isGenerated = (node: ts.Node): boolean =>
  node.getSourceFile().text.startsWith("// Written by scripts/update-schemas");

class Reader {
  readonly gaps: Gap[] = [];
  readonly #seen = new Set<ts.Symbol>();
  /** Arguments of an exported class, whose text says what they are for. */
  readonly #halves = new Set<ts.Symbol>();

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly root: string,
  ) {}

  readAll(symbols: readonly ts.Symbol[]): void {
    const targets = symbols.map((symbol) => this.#target(symbol));
    const classes = new Set(
      targets.filter(({ flags }) => flags & ts.SymbolFlags.Class).map(({ name }) => name),
    );
    for (const target of targets.filter(({ name }) => name.endsWith("Args"))) {
      if (classes.has(target.name.slice(0, -"Args".length))) {
        this.#halves.add(target);
      }
    }
    for (const target of targets) {
      if (target.flags & ts.SymbolFlags.ValueModule) {
        this.#once(target, () => this.readAll(this.checker.getExportsOfModule(target)));
      } else {
        this.#declared(target);
      }
    }
  }

  #target(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }

  #once(symbol: ts.Symbol, read: () => void): void {
    if (!this.#seen.has(symbol)) {
      this.#seen.add(symbol);
      read();
    }
  }

  #declared(symbol: ts.Symbol): void {
    this.#once(symbol, () => {
      const [first] = symbol.declarations ?? [];
      if (first && !this.#halves.has(symbol) && textOf(symbol, this.checker).length <= shortest) {
        this.#gap(first, symbol.name, "has no documentation");
      }
      for (const declaration of symbol.declarations ?? []) {
        this.#walk(declaration, symbol.name);
      }
    });
  }

  /** Every type that a declaration names is read as well: arguments have arguments. */
  #walk(node: ts.Node, owner: string): void {
    if (ts.isBlock(node) || (ts.canHaveModifiers(node) && isHidden(node as ts.Declaration))) {
      return;
    }
    if (ts.isPropertySignature(node) || ts.isMethodSignature(node)) {
      if (!isForbidden(node)) {
        this.#argument(node, owner);
      }
    } else if (isMember(node)) {
      this.#member(node, owner);
    } else if (ts.isTypeReferenceNode(node)) {
      this.#follow(node.typeName);
    } else if (ts.isExpressionWithTypeArguments(node)) {
      this.#follow(node.expression);
    }
    ts.forEachChild(node, (child) => this.#walk(child, owner));
  }

  #follow(name: ts.Node): void {
    const symbol = this.checker.getSymbolAtLocation(name);
    const target = symbol && this.#target(symbol);
    if (target && target.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) {
      this.#declared(target);
    }
  }

  #member(node: ts.NamedDeclaration, owner: string): void {
    const symbol = node.name && this.checker.getSymbolAtLocation(node.name);
    const needed = ts.isPropertyAssignment(node) ? 0 : shortest;
    if (symbol && textOf(symbol, this.checker).length <= needed) {
      this.#gap(node, `${owner}.${symbol.name}`, "has no documentation");
    }
  }

  #argument(node: ts.PropertySignature | ts.MethodSignature, owner: string): void {
    this.#member(node, owner);
    const optional = node.questionToken !== undefined;
    if (isGenerated(node) || optional === hasDefault(node)) {
      return;
    }
    this.#gap(
      node,
      `${owner}.${node.name.getText()}`,
      optional
        ? "is optional, and nothing says what then holds (@default)"
        : "has a @default, but is not optional",
    );
  }

  #gap(node: ts.Node, name: string, missing: string): void {
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    const at = `${path.relative(this.root, file.fileName)}:${line + 1}`;
    this.gaps.push({ at, name, missing });
  }
}

/** `name?: never` stands in the alternatives that a member is not part of. */
const isForbidden = ({ type }: ts.PropertySignature | ts.MethodSignature): boolean =>
  type?.kind === ts.SyntaxKind.NeverKeyword;

/** Outputs, methods and the values of enum objects. */
const isMember = (node: ts.Node): node is ts.NamedDeclaration =>
  (ts.isPropertyDeclaration(node) && !ts.isPrivateIdentifier(node.name)) ||
  ts.isMethodDeclaration(node) ||
  ts.isGetAccessor(node) ||
  (ts.isPropertyAssignment(node) && ts.isAsExpression(node.parent.parent));
