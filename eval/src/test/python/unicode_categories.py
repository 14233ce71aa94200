"""Writes the code points of the Unicode categories N, P and S as the Python module regex knows them.

sacreBLEU's tokenizer intl asks that module, so these are the classes that a score equal to sacreBLEU's needs, whatever Unicode
version the Java machine has. Run in an environment with regex:

    python unicode_categories.py > ../../main/resources/org/dragoman/eval/text/unicode-categories.txt
"""

import sys
from importlib.metadata import version

import regex


def ranges(category):
    """Inclusive ranges of the code points of a category."""
    pattern = regex.compile(r"\p{%s}" % category)
    found = []
    for code_point in range(sys.maxunicode + 1):
        if pattern.match(chr(code_point)):
            if found and found[-1][1] == code_point - 1:
                found[-1][1] = code_point
            else:
                found.append([code_point, code_point])
    return found


print(f"# Unicode general categories N, P and S, by the Python module regex {version('regex')}: inclusive ranges, hexadecimal.")
print("# Made by src/test/python/unicode_categories.py; the data are Unicode's (https://www.unicode.org/license.txt).")
for name in "NPS":
    for first, last in ranges(name):
        print(f"{name} {first:X} {last:X}")
