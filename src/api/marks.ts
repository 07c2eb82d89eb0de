import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { DocumentNode, FieldNode, GraphQLNamedType, GraphQLSchema, SelectionSetNode } from "graphql";

/** The response keys under which a marked document asks for more than it did. */
export interface Marks {
  /** The id of a node. */
  readonly node: string;
  /** The id of an edge. */
  readonly edge: string;
  /** The edges that lead to nodes. */
  readonly edges: string;
}

/** A document that also asks for the id of whatever it shows. */
export interface Marked {
  readonly document: DocumentNode;
  readonly marks: Marks;
  /** Whether it shows any node or edge at all. */
  readonly shows: boolean;
}

/**
 * A valid document in which every selection on a node or an edge also asks for its id, and every connection that asks for the nodes to which
 * edges lead also asks for these edges. It is no deeper than before.
 */
export function markShown(schema: GraphQLSchema, document: DocumentNode): Marked {
  const marks = marksBeside(document);
  const types = new TypeInfo(schema);
  let shows = false;
  const marked = visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(set, _key, parent) {
          const type = types.getParentType() ?? null;
          const edges = leadsAlong(type) ? edgesBeside(set, marks) : [];
          // A fragment adds to a selection that has the mark already.
          const isWhole = parent !== undefined && "kind" in parent && parent.kind === Kind.FIELD;
          const own = isWhole ? ownMarks(type, marks) : [];
          if (own.length > 0) shows = true;
          return own.length + edges.length === 0
            ? undefined
            : { ...set, selections: [...set.selections, ...own, ...edges] };
        },
      },
    }),
  );
  return { document: marked, marks, shows };
}

/** Names that the document does not use itself. */
function marksBeside(document: DocumentNode): Marks {
  const taken = new Set<string>();
  visit(document, { Name: ({ value }) => void taken.add(value) });
  const free = (name: string): string => (taken.has(name) ? free(`${name}_`) : name);
  return { node: free("_node"), edge: free("_edge"), edges: free("_edges") };
}

function ownMarks(type: GraphQLNamedType | null, { node, edge }: Marks): readonly FieldNode[] {
  if (isOf(type, "Node")) return [field("id", node)];
  return isOf(type, "Relationship") ? [field("id", edge)] : [];
}

/** Whether a type is an interface or implements it. */
function isOf(type: GraphQLNamedType | null, name: string): boolean {
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  return type.name === name || type.getInterfaces().some((one) => one.name === name);
}

/** Whether a type is a connection whose nodes lie at the ends of edges. */
function leadsAlong(type: GraphQLNamedType | null): boolean {
  const edges = isCompositeType(type) && "getFields" in type ? type.getFields()["edges"] : undefined;
  return edges !== undefined && isOf(getNamedType(edges.type), "Relationship");
}

/** The edges of the nodes that a connection is asked for, where they are. */
function edgesBeside({ selections }: SelectionSetNode, { edge, edges }: Marks): readonly FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD || selection.name.value !== "nodes") return [];
    const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [field("id", edge)] };
    // Under the same conditions, so that no more is shown than before.
    return [{ ...field("edges", edges), directives: selection.directives ?? [], selectionSet }];
  });
}

function field(name: string, alias: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name }, alias: { kind: Kind.NAME, value: alias } };
}
