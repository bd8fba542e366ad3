"""Parses templates of Bicep: syntax.py FILE...; names each place that the grammar does not take, and exits with 1."""

import sys

import tree_sitter
import tree_sitter_bicep


def faults(node):
    if node.is_error or node.is_missing:
        yield node
    for child in node.children:
        yield from faults(child)


def main(files):
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_bicep.language()))
    status = 0
    for name in files:
        with open(name, "rb") as file:
            tree = parser.parse(file.read())
        for node in faults(tree.root_node):
            row, column = node.start_point
            print(f"{name}:{row + 1}:{column + 1}: not Bicep")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
