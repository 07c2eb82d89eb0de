import { Lexer, Source, TokenKind } from "graphql";

import { LIMITS } from "./limits.js";

/**
 * Why a request's input may not be read, or null where it may: values that are nested deeper than anybody means exhaust the stack of
 * whatever reads them, the parser first. So this looks at tokens and at raw variables, before either is parsed or coerced.
 *
 * @param maxTokens how many tokens the document may have: what comes after them is the parser's to refuse
 */
export function nestingProblem(
  document: string,
  variables: Readonly<Record<string, unknown>>,
  maxTokens: number,
): string | null {
  const variable = Object.keys(variables).find((name) => exceeds(variables[name], LIMITS.nesting));
  const deep = deepLiteral(document, maxTokens) ?? (variable === undefined ? null : `$${variable}`);
  if (deep === null) return null;
  return `${deep} is nested more than ${LIMITS.nesting} levels deep. Ask with fewer lists and objects inside each other.`;
}

/** The first argument or variable whose literal is nested too deep, as `field(argument)` or `$variable`. */
function deepLiteral(document: string, maxTokens: number): string | null {
  const lexer = new Lexer(new Source(document));
  let owner = "";
  let argument = "";
  let depth = 0;
  let inside = false;
  let previous = lexer.token;
  for (let count = 0; count < maxTokens; count++) {
    const token = nextToken(lexer);
    if (token === null || token.kind === TokenKind.EOF) return null;
    switch (token.kind) {
      case TokenKind.PAREN_L:
        inside = true;
        depth = 0;
        owner = previous.value;
        break;
      case TokenKind.PAREN_R:
        inside = false;
        break;
      case TokenKind.BRACE_L:
      case TokenKind.BRACKET_L:
        if (inside && ++depth > LIMITS.nesting) return argument;
        break;
      case TokenKind.BRACE_R:
      case TokenKind.BRACKET_R:
        if (inside) depth--;
        break;
      case TokenKind.COLON:
        if (!inside || depth > 0) break;
        argument = previous.prev?.kind === TokenKind.DOLLAR ? `$${previous.value}` : `${owner}(${previous.value})`;
    }
    previous = token;
  }
  return null;
}

/** The next token; null where there is none, which the parser will say better. */
function nextToken(lexer: Lexer): Lexer["token"] | null {
  try {
    return lexer.advance();
  } catch {
    return null;
  }
}

/** Whether lists and objects stand inside each other more than `most` times. */
function exceeds(value: unknown, most: number): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (typeof one.value !== "object" || one.value === null) continue;
    const depth = one.depth + 1;
    if (depth > most) return true;
    for (const member of Object.values(one.value) as unknown[]) open.push({ value: member, depth });
  }
  return false;
}
