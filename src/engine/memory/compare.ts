import { firstDay, lastDay } from "../../graph/packed-date.js";
import { parseDate } from "../../graph/date.js";
import type { Strings } from "../../graph/strings.js";
import type { Comparison, DataType, Operator, Scalar } from "../../plan/filter.js";
import { PlenaryError } from "../../errors.js";
import type { Cells } from "./cells.js";

type Test = (value: number) => boolean;

/** A comparison as a function of a node or edge, given the cells of its property. */
export function compileComparison(cells: Cells, comparison: Comparison, strings: Strings): (x: number) => boolean {
  if (comparison.operator === "exists") {
    const wanted = comparison.value === true;
    if (cells.list) return (x) => cells.at(x).length > 0 === wanted;
    return (x) => !Number.isNaN(cells.at(x)) === wanted;
  }
  const test = compileTest(comparison, strings);
  if (cells.list) return (x) => cells.at(x).some(test);
  return (x) => test(cells.at(x));
}

/** A comparison as a function of one cell. It is false for NaN. */
function compileTest(comparison: Comparison, strings: Strings): Test {
  const { operator, value, property } = comparison;
  if (operator === "in") {
    const tests = scalars(value).map((one) => compileOne("eq", one, property.type, strings));
    return (cell) => tests.some((test) => test(cell));
  }
  const [one] = scalars(value);
  if (one === undefined) throw new PlenaryError("BAD_USER_INPUT", `${property.name}: ${operator} needs a value.`);
  return compileOne(operator, one, property.type, strings);
}

function compileOne(operator: Operator, value: Scalar, type: DataType, strings: Strings): Test {
  if (type === "date") return compareDate(operator, String(value));
  if (operator === "contains" || operator === "startsWith") return matchText(operator, String(value), strings);
  return compareNumber(operator, cellOf(value, type, strings));
}

/** Where a value stands among the cells of its type; between two of them where no text of the graph is equal to it. */
export function cellOf(value: Scalar, type: Exclude<DataType, "date">, strings: Strings): number {
  switch (type) {
    case "id":
    case "string":
    case "enum":
      return strings.position(String(value));
    case "int":
    case "float":
    case "boolean":
      return Number(value);
  }
}

function compareNumber(operator: Operator, wanted: number): Test {
  switch (operator) {
    case "gt":
      return (cell) => cell > wanted;
    case "gte":
      return (cell) => cell >= wanted;
    case "lt":
      return (cell) => cell < wanted;
    case "lte":
      return (cell) => cell <= wanted;
    default:
      return (cell) => cell === wanted;
  }
}

function compareDate(operator: Operator, text: string): Test {
  const operand = parseDate(text);
  if (operand === null)
    throw new PlenaryError("BAD_USER_INPUT", `"${text}" is not a date: use 2014, 2014-02 or 2014-02-17.`);
  const { min, max } = operand;
  switch (operator) {
    case "gt":
      return (cell) => firstDay(cell) > max;
    case "gte":
      return (cell) => firstDay(cell) >= min;
    case "lt":
      return (cell) => lastDay(cell) < min;
    case "lte":
      return (cell) => lastDay(cell) <= max;
    default:
      return (cell) => firstDay(cell) >= min && lastDay(cell) <= max;
  }
}

/** Decides each text of the graph at most once. */
function matchText(operator: "contains" | "startsWith", wanted: string, strings: Strings): Test {
  const decided = new Map<number, boolean>();
  return (cell) => {
    if (Number.isNaN(cell)) return false;
    const known = decided.get(cell);
    if (known !== undefined) return known;
    const text = strings.text(cell);
    const holds = operator === "contains" ? text.includes(wanted) : text.startsWith(wanted);
    decided.set(cell, holds);
    return holds;
  };
}

function scalars(value: Comparison["value"]): readonly Scalar[] {
  return Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];
}
