"""The practical floor for a Python engine: the least code that plays the YAML form, three times.

  FLOOR=eval   conditions kept as code objects, eval()'d over a dict of scores (the naive engine)
  FLOOR=fast   conditions compiled once into one module of lambdas over a score tuple; effects are
               tuple adds; the compiled form is one marshal file (the tuned engine)
  FLOOR=lazy   as fast, but the compiled form is an offset table and one marshal blob a node, each
               node decoded at its first visit (so loading does not grow with the story)

Neither validates anything, keeps history or reports errors: a real engine adds to these numbers.
The save is what a player's save must hold: node, scores, and the path of choices taken.
"""

import json
import marshal
import os
from array import array

import harness

MODE = os.environ.get("FLOOR", "fast")
FAST = MODE != "eval"
NAMES = ("trust", "anger", "clarity", "risk", "hope")


def read_yaml(d):
    import yaml

    with open(f"{d}/story.yaml", "rb") as f:
        return yaml.load(f, Loader=yaml.CSafeLoader)


# --- naive: nodes stay dicts -----------------------------------------------------------------
def compile_eval(doc):
    nodes = {}
    for name, n in doc["nodes"].items():
        cs = [
            (
                c["text"],
                c["to"],
                compile(c["when"], name, "eval") if "when" in c else None,
                tuple(c["effects"].items()),
            )
            for c in n.get("choices", ())
        ]
        nodes[name] = (n["lines"], cs)
    return nodes


class EvalGame:
    def __init__(self, nodes, node, scores, path):
        self.nodes, self.node, self.scores, self.path, self.open = nodes, node, scores, path, ()


def eval_turn(g):
    lines, choices = g.nodes[g.node]
    scores = g.scores
    g.open = [c for c in choices if c[2] is None or eval(c[2], {}, scores)]
    return lines, [c[0] for c in g.open]


def eval_choose(g, i):
    _, g.node, _, effects = g.open[i]
    scores = g.scores
    for k, v in effects:
        scores[k] += v
    g.path.append(i)


# --- tuned: integers, tuples and one code object ----------------------------------------------
def compile_fast(doc):
    """-> marshal-able (code of the condition table, nodes)."""
    index = {name: i for i, name in enumerate(doc["nodes"])}
    args, conds, where = ",".join(NAMES), [], {}
    nodes = []
    for n in doc["nodes"].values():
        cs = []
        for c in n.get("choices", ()):
            w = c.get("when")
            if w is not None and w not in where:
                where[w] = len(conds)
                conds.append(f"lambda {args}:{w}")
            eff = c["effects"]
            cs.append(
                (
                    c["text"],
                    index[c["to"]],
                    -1 if w is None else where[w],
                    tuple(eff.get(s, 0) for s in NAMES),
                )
            )
        nodes.append((tuple(n["lines"]), tuple(cs)))
    code = compile("T=(" + ",\n".join(conds) + ",)", "<conditions>", "exec")
    return code, tuple(nodes), index[doc["start"]]


def link(packed):
    code, nodes, start = packed
    ns = {}
    exec(code, ns)
    table = ns["T"]
    return [
        (lines, [(t, to, None if w < 0 else table[w], e) for t, to, w, e in cs]) for lines, cs in nodes
    ], start


# --- lazy: the same, one blob a node -----------------------------------------------------------
class LazyNodes(dict):
    """node number -> (lines, choices), decoded at the first look."""

    def __init__(self, ends, blob):
        self.ends, self.blob = ends, blob

    def __missing__(self, i):
        at = self.ends[i - 1] if i else 0
        lines, cs, code = marshal.loads(self.blob[at : self.ends[i]])
        table = eval(code) if code else ()
        self[i] = node = lines, [(t, to, None if w < 0 else table[w], e) for t, to, w, e in cs]
        return node


def pack_lazy(doc):
    _, nodes, start = compile_fast(doc)
    blobs, ends, total, args = [], array("I"), 0, ",".join(NAMES)
    for (lines, cs), n in zip(nodes, doc["nodes"].values(), strict=True):
        whens = [c["when"] for c in n.get("choices", ()) if "when" in c]
        code = (
            compile("(" + "".join(f"lambda {args}:{w}," for w in whens) + ")", "<conditions>", "eval")
            if whens
            else None
        )
        k = iter(range(len(whens)))
        kept = tuple((t, to, -1 if w < 0 else next(k), e) for t, to, w, e in cs)
        blobs.append(marshal.dumps((lines, kept, code)))
        total += len(blobs[-1])
        ends.append(total)
    return marshal.dumps((start, ends.tobytes(), b"".join(blobs)))


def open_lazy(raw):
    start, ends, blob = marshal.loads(raw)
    table = array("I")
    table.frombytes(ends)
    return LazyNodes(table, blob), start


class FastGame:
    __slots__ = ("node", "nodes", "open", "path", "scores")

    def __init__(self, nodes, node, scores, path):
        self.nodes, self.node, self.scores, self.path, self.open = nodes, node, scores, path, ()


def fast_turn(g):
    lines, choices = g.nodes[g.node]
    s = g.scores
    g.open = [c for c in choices if c[2] is None or c[2](*s)]
    return lines, [c[0] for c in g.open]


def fast_choose(g, i):
    _, g.node, _, (a, b, c, d, e) = g.open[i]
    v, w, x, y, z = g.scores
    g.scores = (v + a, w + b, x + c, y + d, z + e)
    g.path.append(i)


class Adapter:
    def from_source(self, d):
        return link(compile_fast(read_yaml(d))) if FAST else (compile_eval(read_yaml(d)), "n0")

    if FAST:

        def build(self, d):
            doc = read_yaml(d)
            with open(f"{d}/story.{MODE}", "wb") as f:
                f.write(pack_lazy(doc) if MODE == "lazy" else marshal.dumps(compile_fast(doc)))

        def from_compiled(self, d):
            with open(f"{d}/story.{MODE}", "rb") as f:
                raw = f.read()
            return open_lazy(raw) if MODE == "lazy" else link(marshal.loads(raw))

    def begin(self, story):
        nodes, start = story
        return (
            FastGame(nodes, start, (0,) * 5, [])
            if FAST
            else EvalGame(nodes, start, dict.fromkeys(NAMES, 0), [])
        )

    turn = staticmethod(fast_turn if FAST else eval_turn)
    choose = staticmethod(fast_choose if FAST else eval_choose)

    def save(self, g):
        return json.dumps([g.node, g.scores, g.path])

    def restore(self, story, blob):
        node, scores, path = json.loads(blob)
        return (
            FastGame(story[0], node, tuple(scores), path) if FAST else EvalGame(story[0], node, scores, path)
        )

    def after_restore(self, g):
        self.turn(g)


if __name__ == "__main__":
    harness.main(Adapter())
