"""What the Python runners share: the mirror of harness.cjs (see the adapter contract there).

An adapter is any object or module with begin/turn/choose and, where the peer has them, build,
from_source, from_compiled, save, restore, after_restore. Call main(adapter).
"""

import json
import sys
import zlib
from time import perf_counter, process_time

MAX_TURNS = 2000


def rng(seed):
    s = seed & 0xFFFFFFFF

    def pick(n):
        nonlocal s
        s = (s * 1664525 + 1013904223) & 0xFFFFFFFF
        return (s >> 16) % n

    return pick


def play_on(a, game, pick, trace=None, stop_at=MAX_TURNS):
    turns = 0
    turn, choose = a.turn, a.choose
    while True:
        lines, choices = turn(game)
        turns += 1
        if trace is not None:
            trace += [t for t in (x.strip() for x in lines) if t]
            trace += [x.strip() for x in choices]
        if not choices or turns >= stop_at:
            return turns
        choose(game, pick(len(choices)))


def crc(trace):
    return zlib.crc32("\n".join(trace).encode())


def open_story(a, d):
    return a.from_compiled(d) if hasattr(a, "from_compiled") else a.from_source(d)


def repeat(fn, budget_s, max_n, min_n=1):
    out = {"cpu": [], "wall": []}
    t0, batch = perf_counter(), 1
    while True:
        c, w = process_time(), perf_counter()
        for _ in range(batch):
            fn()
        wall = perf_counter() - w
        out["cpu"].append((process_time() - c) / batch * 1e3)
        out["wall"].append(wall / batch * 1e3)
        if wall < 0.003:
            batch = min(5000, -int(-(batch * 0.005) // max(wall, 1e-6)))
        n = len(out["wall"])
        if n >= min_n and (perf_counter() - t0 >= budget_s or n >= max_n):
            return out


def verify(a, d):
    story, trace = open_story(a, d), []
    turns = sum(play_on(a, a.begin(story), rng(seed), trace) for seed in range(1, 21))
    return {"turns": turns, "crc": crc(trace)}


def play(a, d, seconds=2.0):
    story = open_story(a, d)
    for seed in (1, 2, 3):
        play_on(a, a.begin(story), rng(seed))
    turns = games = 0
    t0, c0 = perf_counter(), process_time()
    while process_time() - c0 < seconds:
        turns += play_on(a, a.begin(story), rng(1000 + games))
        games += 1
    return {
        "turns": turns,
        "games": games,
        "cpu_per_s": turns / (process_time() - c0),
        "wall_per_s": turns / (perf_counter() - t0),
    }


def save(a, d):
    story = open_story(a, d)

    def mid_game():
        game, pick = a.begin(story), rng(5)
        for _ in range(20):
            a.choose(game, pick(len(a.turn(game)[1])))
        return game, len(a.turn(game)[1])

    def finish(game, n):
        trace = []
        a.choose(game, 7 % n)
        play_on(a, game, rng(9), trace)
        return crc(trace)

    game, n = mid_game()
    blob = a.save(game)
    saves = repeat(lambda: a.save(game), 0.5, 100, 5)
    restores = repeat(lambda: a.restore(story, blob), 0.5, 100, 5)
    want = finish(*mid_game())
    again = a.restore(story, blob)
    if hasattr(a, "after_restore"):
        a.after_restore(again)
    return {
        "save": saves,
        "restore": restores,
        "bytes": len(blob if isinstance(blob, bytes) else blob.encode()),
        "exact": finish(again, n) == want,
    }


def peak():
    """VmHWM, not ru_maxrss: the latter also remembers the parent's size at fork."""
    with open("/proc/self/status") as f:
        return {"peak_kb": next(int(line.split()[1]) for line in f if line.startswith("VmHWM"))}


def mem(a, d):
    play_on(a, a.begin(open_story(a, d)), rng(1))
    return peak()


def memsrc(a, d):
    play_on(a, a.begin(a.from_source(d)), rng(1))
    return peak()


OPS = {
    "build": lambda a, d: a.build(d) or {},
    "verify": verify,
    "loadsrc": lambda a, d: repeat(lambda: a.from_source(d), 1.5, 15),
    "loadknown": lambda a, d: repeat(lambda: a.from_known(d), 1.5, 30),
    "loadbin": lambda a, d: repeat(lambda: a.from_compiled(d), 1.5, 30),
    "play": play,
    "save": save,
    "mem": mem,
    "memsrc": memsrc,
}


def main(adapter):
    op, d, opts = sys.argv[1], sys.argv[2], json.loads(sys.argv[3]) if len(sys.argv) > 3 else {}
    if op in ("cold", "coldsrc"):
        story = adapter.from_source(d) if op == "coldsrc" else open_story(adapter, d)
        print(adapter.turn(adapter.begin(story))[0][0], flush=True)
        return
    print(json.dumps(OPS[op](adapter, d, **opts)))
