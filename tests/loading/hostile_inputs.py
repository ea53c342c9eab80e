"""Files that nobody vouches for, each with what is wrong with it; `ODD` is strange, and allowed."""

from __future__ import annotations

import random
import re

from tests.loading.desk import SCENE, edit


def _in(key: str, value: str) -> str:
    text, count = re.subn(
        rf"^( *{key}): .*$", lambda line: f"{line[1]}: {value}", SCENE, count=1, flags=re.MULTILINE
    )
    assert count == 1
    return text


def _when(condition: str) -> str:
    return edit(
        "        technique: open_question\n", f"        technique: open_question\n        when: {condition}\n"
    )


_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)
_MERGE = "a: &a {x: 1}\n" + "".join(f"b{n}: &b{n}\n  <<: [*a, *a]\n" for n in range(2_000))

BYTES: dict[str, bytes] = {
    "nothing": b"",
    "one newline": b"\n",
    "only comments": b"# nothing\n# here\n",
    "only a document mark": b"---\n",
    "two documents": SCENE.encode() + b"---\n" + SCENE.encode(),
    "a null": b"null\n",
    "a word": b"scene\n",
    "a number": b"12\n",
    "a list": b"- a\n- b\n",
    "UTF-16 with its mark": SCENE.encode("utf-16"),
    "UTF-16 without its mark": SCENE.encode("utf-16-le"),
    "UTF-32": SCENE.encode("utf-32"),
    "a byte-order mark": b"\xef\xbb\xbf" + SCENE.encode(),
    "a byte-order mark inside": SCENE.replace("A chair", "A \ufeffchair").encode(),
    "Latin-1": SCENE.replace("A chair", "Déjà").encode("latin-1"),
    "a surrogate in bytes": SCENE.encode().replace(b"A chair", b"\xed\xa0\x80"),
    "NUL": SCENE.encode().replace(b"A chair", b"A\x00chair"),
    "all bytes": bytes(range(256)) * 50,
    "a picture": b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(4_000),
    "3 MB": SCENE.encode() + b"#" * 3_000_000,
    "a line of 1.9 MB": b"title: " + b"a" * 1_900_000,
    "tabs": SCENE.replace("    ", "\t").encode(),
    "old line ends": SCENE.replace("\n", "\r").encode() + b"more: 1",
}

TEXTS: dict[str, str] = {
    "an alias bomb": _BOMB + SCENE,
    "a merge bomb": _MERGE + SCENE,
    "an anchor in a circle": "a: &a [*a]\n" + SCENE,
    "an anchor alone": _in("title", "&a"),
    "flow nesting of 100,000": "a: " + "[" * 100_000,
    "flow maps of 100,000": "a: " + "{a: " * 100_000,
    "flow nesting that closes": "a: " + "[" * 50_000 + "]" * 50_000,
    "block nesting": "".join(" " * n + "a:\n" for n in range(1_500)),
    "lists in lists": "- " * 100_000 + "a",
    "complex keys": "? " * 100_000 + "a",
    "a flow key of maps": "{" * 5_000 + "}" * 5_000 + ": a",
    "200,001 values": "a: [" + "a," * 200_001 + "]",
    "many small maps": "a: [" + "{}," * 250_000 + "]",
    "many keys": "".join(f"k{n}: 1\n" for n in range(90_000)),
    "many keys of one name": "k: 1\n" * 90_000,
    "many moments that lead nowhere": SCENE.replace("turning_points:", "xs:").replace(
        "  bye:\n", "".join(f"  m{n}: {{then: n{n}}}\n" for n in range(15_000)) + "  bye:\n"
    ),
    "many detours": SCENE.replace(
        "  bye:\n",
        "".join(f"  m{n}: {{then: {{visit: m{n + 1}}}}}\n" for n in range(8_000))
        + "  m8000: {return: true}\n  bye:\n",
    ),
    "a huge text": edit("title: A scene", "title: " + "a" * 1_000_000),
    "a huge text in quotes": edit("title: A scene", 'title: "' + "a" * 1_000_000 + '"'),
    "a huge key": "a" * 1_500 + ": 1\n" + SCENE,
    "a surrogate by escape": edit("title: A scene", 'title: "\\ud800"'),
    "a pair of surrogates": edit("title: A scene", 'title: "\\ud83d\\ude00"'),
    "a character beyond Unicode": edit("title: A scene", 'title: "\\UFFFFFFFF"'),
    "ESC": edit("title: A scene", "title: A\x1b[31m"),
    "ESC by escape": edit("title: A scene", 'title: "A\\e[31m"'),
    "NUL by escape": edit("title: A scene", 'title: "A\\0"'),
    "C1": edit("title: A scene", "title: A\x9b31m"),
    "C1 by escape": edit("title: A scene", 'title: "A\\x9b31m"'),
    "bidi": edit("title: A scene", "title: A\u202escene"),
    "bidi by escape": edit("title: A scene", 'title: "A\\u2066scene"'),
    "a line separator by escape": edit("title: A scene", 'title: "A\\Lscene"'),
    "a key with a control": '"a\\e": 1\n' + SCENE,
    "an object": edit("title: A scene", "title: !!python/object/apply:os.system ['true']"),
    "a name of Python": edit("title: A scene", "title: !!python/name:os.system"),
    "a tag on a key": edit("title: A scene", "!!str title: A scene"),
    "a tag of one's own": edit("title: A scene", "title: !who A scene"),
    "a tag for a map": edit("patient:\n  name", "patient: !!map\n  name"),
    "a broken tag": edit("title: A scene", "title: !<tag:yaml.org,2002:int> x"),
    "a directive": "%YAML 1.1\n---\n" + SCENE + "%TAG ! tag:x,2000:\n",
    "a directive nobody knows": "%FOO bar\n---\n" + SCENE + "...\nmore: 1\n",
    "a reserved sign": edit("title: A scene", "title: @scene"),
    "a quote never closed": edit("title: A scene", "title: 'A scene"),
    "duplicate keys": SCENE + "title: Again\n",
    "unknown keys": SCENE + "titel: Again\n__class__: x\n",
    "no ids": edit("moments:\n", "moments:\n  ? \n  : {then: bye}\n"),
    "an empty id": edit("  middle:\n", '  "":\n'),
    "a list for moments": SCENE[: SCENE.index("moments:")] + "moments: [hello]\n",
    "no moments": SCENE[: SCENE.index("moments:")],
    "a moment that leads nowhere": edit("    patient: Hm.\n    then: bye\n", "    patient: Hm.\n"),
    "moments in a circle": edit("    patient: Hm.\n    then: bye\n", "    then: middle\n"),
    "a return without a visit": edit("    patient: Hm.\n    then: bye\n", "    return: true\n"),
    "a sexagesimal number": _in("age", "1:59:59"),
    "a long sexagesimal number": _in("age", "1:59" + ":59" * 9_000),
    "a hexadecimal number": _in("age", "0x10"),
    "an octal number": _in("age", "0o17"),
    "an underscore": _in("age", "1_000"),
    "an exponent": _in("minutes", "1e9"),
    "infinity": _in("age", ".inf"),
    "not a number": _in("age", ".nan"),
    "a number of 9,000 digits": _in("age", "9" * 9_000),
    "Arabic digits": _in("age", "١٢"),
    "a fraction": _in("age", "1.5"),
    "a date": _in("age", "2026-99-99"),
    "no": edit("        once: true", "        once: no"),
    "on": edit("        once: true", "        once: on"),
    "a call": _when("__import__('os').system('true')"),
    "an attribute": _when("trust.__class__ == 1"),
    "an index": _when("visits['hello'] == 1"),
    "a lambda": _when("(lambda: 1)() == 1"),
    "a walrus": _when("(asked := 1)"),
    "a huge power": _when("9 ** 9 ** 9 ** 9 > 1"),
    "a huge product": _when("*".join(["9999"] * 80) + " > 1"),
    "a huge string": _when("colour == '" + "a" * 10_000 + "'"),
    "10,000 parentheses": _when("(" * 10_000 + "asked" + ")" * 10_000),
    "300 times not": _when("not " * 100 + "asked"),
    "250 minus signs": _when("-" * 250 + "1 > 2"),
    "a name in other letters": _when("ｔｒｕｓｔ > 1"),
    "a name with an accent": _when("trusté > 1"),
    "an empty condition": _when("''"),
    "a list for a condition": _when("[asked]"),
    "braces": edit("patient: Hm.", 'patient: "{0.__class__} {patient.name!r} {"'),
    "a format": edit("patient: Hm.", "patient: '{patient.name:>1000000000}'"),
}

ODD: dict[str, str] = {
    "a long road": SCENE.replace(
        "  bye:\n",
        "".join(f"  m{n}: {{then: m{n + 1}}}\n" for n in range(15_000)) + "  m15000: {then: bye}\n  bye:\n",
    ),
    "one choice in many moments": SCENE.replace(
        "  bye:\n",
        "".join(
            f"  m{n}: {{choices: {{a: {{say: A, technique: summary, when: said.m{n}.a, then: bye}}}}}}\n"
            for n in range(8_000)
        )
        + "  bye:\n",
    ),
    "a string in a string": _when("\"colour == '\\\\x41'\""),
}
"""Strange, and allowed."""

INCLUDES = (
    "../other/scenario.yaml",
    "../../secrets.yaml",
    "../shared/../../x.yaml",
    "/etc/passwd",
    "//etc/passwd",
    "~/x.yaml",
    "~root/x.yaml",
    "C:\\x.yaml",
    "C:x.yaml",
    "C:/x.yaml",
    "\\\\server\\share\\x.yaml",
    "..\\x.yaml",
    "file:///etc/passwd",
    "https://example.org/x.yaml",
    "CON",
    "nul.yaml",
    "parts/aux.yaml",
    "COM1",
    "x.yaml:stream",
    "x.yaml.",
    "x.yaml ",
    "parts//x.yaml",
    "./x.yaml",
    "",
    ".",
    "..",
    "../",
    "../shared",
    "*",
    "a" * 5_000,
    "{path}",
    "link.yaml",
    "folder",
    "linked/x.yaml",
    "loop",
)
