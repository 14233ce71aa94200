"""Records what translate-toolkit reads from random files of TMX 1.4, XLIFF 1.2 and XLIFF 2.0, as reference values for UnitReferenceTest.

Native code inside inline markup is text to translate-toolkit, so the values are those of InlineCodes.KEEP. Run in an environment with
translate-toolkit 3.20.4:

    python unit_cases.py ../resources/org/dragoman/corpora/format/unit-cases.json.gz
"""

import gzip
import json
import random
import sys
from importlib.metadata import version
from xml.sax.saxutils import escape

from translate.storage import tmx, xliff, xliff2

SEED = 20255
FILES = 60
WORDS = ["the", "Straße", "naïve", "a < b", "R&D", "\"quoted\"", "it's", "日本語", "שלום", "e\u0301", "👩‍👩‍👧", "]]>", "\u00a0", "\u2028", "x  y", "&amp;", "{1}", "100%"]


def text(rng):
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 6)))


def markup(rng, around, code, depth=0):
    """Text with elements: those of around hold text, those of code hold code of the original document or nothing."""
    parts = []
    for number in range(rng.randint(1, 4)):
        kind = rng.random()
        if kind < 0.6 or depth == 2:
            plain = text(rng)
            parts.append(f"<![CDATA[{plain}]]>" if rng.random() < 0.1 and "]]>" not in plain else escape(plain))
        elif kind < 0.8:
            parts.append(rng.choice(around).format(id=f"{depth}{number}", inner=markup(rng, around, code, depth + 1)))
        else:
            parts.append(rng.choice(code).format(id=f"{depth}{number}", inner=escape(rng.choice(["<b>", "</b>", "%s", "&nbsp;"]))))
    return "".join(parts)


def tmx_file(rng):
    around = ["<hi>{inner}</hi>", "<hi type=\"bold\">{inner}</hi>"]
    code = ["<bpt i=\"{id}\">{inner}</bpt>", "<ept i=\"{id}\">{inner}</ept>", "<ph x=\"{id}\">{inner}</ph>", "<it pos=\"begin\">{inner}</it>", "<ut>{inner}</ut>", "<ph/>"]
    units = []
    for _ in range(rng.randint(1, 6)):
        variants = [f'<tuv xml:lang="{lang}"><prop type="x">no text</prop><seg>{markup(rng, around, code)}</seg></tuv>' for lang in ["en", "de", "fr"]]
        rng.shuffle(variants)
        units.append("<tu><note>nor this</note>\n" + "\n".join(variants) + "</tu>")
    doctype = rng.choice(["", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'])
    return f"""<?xml version="1.0" encoding="UTF-8"?>
{doctype}<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="xml"/>
<body>
{chr(10).join(units)}
</body></tmx>
"""


def xliff_file(rng):
    around = ["<g id=\"{id}\">{inner}</g>", "<mrk mtype=\"term\">{inner}</mrk>"]
    code = ["<bpt id=\"{id}\">{inner}</bpt>", "<ept id=\"{id}\">{inner}</ept>", "<ph id=\"{id}\">{inner}</ph>", "<it id=\"{id}\" pos=\"open\">{inner}</it>", "<x id=\"{id}\"/>", "<bx id=\"{id}\"/>", "<ex id=\"{id}\"/>"]
    units = []
    for number in range(rng.randint(1, 6)):
        target = f"<target state=\"translated\">{markup(rng, around, code)}</target>" if rng.random() < 0.8 else rng.choice(["", "<target/>"])
        alternative = f"<alt-trans><source>old</source><target>{escape(text(rng))}</target></alt-trans>" if rng.random() < 0.3 else ""
        unit = f'<trans-unit id="{number}"><source>{markup(rng, around, code)}</source>{target}<note>note</note>{alternative}</trans-unit>'
        units.append(f'<group id="g{number}">{unit}</group>' if rng.random() < 0.2 else unit)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="de" datatype="plaintext"><body>
{chr(10).join(units)}
</body></file></xliff>
"""


def xliff2_file(rng):
    around = ["<pc id=\"{id}\">{inner}</pc>", "<mrk id=\"{id}\">{inner}</mrk>"]
    code = ["<ph id=\"{id}\"/>", "<sc id=\"{id}\"/>", "<ec id=\"{id}\"/>", "<sm id=\"{id}\"/>"]
    units = []
    for number in range(rng.randint(1, 6)):
        target = f"<target>{markup(rng, around, code)}</target>" if rng.random() < 0.8 else ""
        notes = "<notes><note>note</note></notes>" if rng.random() < 0.3 else ""
        units.append(f'<unit id="u{number}">{notes}<segment><source>{markup(rng, around, code)}</source>{target}</segment></unit>')
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="de"><file id="f1">
{chr(10).join(units)}
</file></xliff>
"""


def tmx_pairs(content):
    pairs = []
    for unit in tmx.tmxfile.parsestring(content.encode()).units:
        pairs.append([unit.getNodeText(unit.getlanguageNode(lang), "preserve") for lang in ["en", "de"]])
    return pairs


def xliff_pairs(module, content):
    store = (module.xlifffile if module is xliff else module.Xliff2File).parsestring(content.encode())
    pairs = []
    for unit in store.units:
        nodes = [unit.getlanguageNode(lang=None, index=i) for i in [0, 1]]
        pairs.append(["" if node is None else unit.getNodeText(node, "preserve") or "" for node in nodes])
    return pairs


def main(path):
    rng = random.Random(SEED)
    kinds = {"tmx": (tmx_file, tmx_pairs), "xliff": (xliff_file, lambda c: xliff_pairs(xliff, c)), "xliff2": (xliff2_file, lambda c: xliff_pairs(xliff2, c))}
    data = {"translate-toolkit": version("translate-toolkit")}
    for kind, (make, read) in kinds.items():
        files = [make(rng) for _ in range(FILES)]
        data[kind] = [{"file": content, "pairs": read(content)} for content in files]
    with open(path, "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as packed:
        packed.write(json.dumps(data, ensure_ascii=False).encode())


main(sys.argv[1])
