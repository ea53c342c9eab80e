"""Plain module (so Ren'Py neither saves it nor rolls it back): plays, times, reports to $BENCH_OUT."""

import hashlib
import json
import os
import pickle
import zlib
from time import CLOCK_BOOTTIME, clock_gettime, perf_counter, process_time

import renpy

OP = os.environ.get("BENCH_OP", "cold")
OUT = os.environ.get("BENCH_OUT", "/dev/stdout")
SECONDS = float(os.environ.get("BENCH_SECONDS", "2"))
REPEATS = 12


def rng(seed):
    s = seed & 0xFFFFFFFF

    def pick(n):
        nonlocal s
        s = (s * 1664525 + 1013904223) & 0xFFFFFFFF
        return (s >> 16) % n

    return pick


class State:
    game = 0  # playthroughs begun
    turns = 0  # nodes shown, counted at their menu or their ending
    trace = []
    t0 = c0 = 0.0
    counted_from = 0
    choices_made = 0
    loads_left = 0
    load_at = None
    saves, restores, size = [], [], 0
    want = None


S = State


def report(data):
    with open(OUT, "w") as f:
        f.write(json.dumps(data) + "\n")
    os._exit(0)


def failed(short, full, traceback_file):
    """Without this Ren'Py would open its error screen and a text editor, and wait."""
    os.write(2, full.encode())
    os._exit(1)


def write_rpyc():
    """Write the .rpyc of every script, as the upstream SDK does by itself on the first start."""
    script = renpy.game.script
    for fn, folder in script.script_files:
        rpy = os.path.join(folder, fn + ".rpy") if folder else ""
        if not os.path.exists(rpy):
            continue
        data, stmts = script.load_file(folder, fn + ".rpy")
        with open(rpy, "rb") as f:
            digest = hashlib.md5(f.read()).digest()
        with open(rpy + "c", "wb+") as f:
            script.write_rpyc_header(f)
            for slot in (1, 2):  # read from slot 2, but only if slot 1 is there
                script.write_rpyc_data(f, slot, pickle.dumps((data, stmts), 2))
            script.write_rpyc_md5(f, digest)


def begin():
    if OP == "rpyc":
        write_rpyc()
        report({})
    if OP == "start":  # CPU and wall since the process began: start-up with this script loaded
        with open("/proc/self/stat") as f:
            born = int(f.read().rsplit(")", 1)[1].split()[19]) / os.sysconf("SC_CLK_TCK")
        report({"cpu": process_time() * 1e3, "wall": (clock_gettime(CLOCK_BOOTTIME) - born) * 1e3})
    S.game += 1
    S.choices_made = 0
    if OP == "verify":
        S.pick = rng(S.game)
    elif OP == "play":
        S.pick = rng(S.game if S.game <= 3 else 996 + S.game)
        if S.game == 4:
            S.t0, S.c0, S.counted_from = perf_counter(), process_time(), S.turns
    elif OP == "save":
        S.pick, S.trace = rng(5), []
    else:
        S.pick = rng(1)


def say(what, interact=True, **kwargs):
    if OP == "cold":
        report({"line": what})
    if S.load_at is not None:
        loaded()
    S.trace.append(what)
    renpy.exports.checkpoint(True)


def menu(items, **kwargs):
    if S.load_at is not None:
        loaded()
    S.turns += 1
    if OP in ("verify", "save"):
        S.trace += [text for text, _ in items]
    if OP == "save" and S.choices_made == 20:
        return mid_game(items)
    value = items[S.pick(len(items))][1].value
    S.choices_made += 1
    renpy.exports.checkpoint(value)
    return value


def mid_game(items):
    """20 choices in. Game 1 plays on without saving; game 2 saves and loads, then must play on alike."""
    if S.game == 2 and not S.saves:
        for _ in range(REPEATS):
            c, w = process_time(), perf_counter()
            renpy.exports.save("bench")
            S.saves.append(((process_time() - c) * 1e3, (perf_counter() - w) * 1e3))
        S.size = max(
            os.path.getsize(os.path.join(base, f))
            for base, _, fs in os.walk(renpy.config.savedir)
            for f in fs
            if f.startswith("bench")
        )
        S.loads_left = REPEATS
    if S.loads_left:
        S.loads_left -= 1
        S.load_at = (process_time(), perf_counter())
        renpy.exports.load("bench")
    S.trace, S.pick = [], rng(9)
    S.choices_made += 1
    value = items[7 % len(items)][1].value
    renpy.exports.checkpoint(value)
    return value


def loaded():
    c, w = S.load_at
    S.load_at = None
    S.restores.append(((process_time() - c) * 1e3, (perf_counter() - w) * 1e3))


def more():
    S.turns += 1
    if OP == "verify":
        return S.game < 20
    if OP == "play":
        return S.game < 4 or process_time() - S.c0 < SECONDS
    if OP == "save":
        crc = zlib.crc32("\n".join(S.trace).encode())
        if S.game == 1:
            S.want = crc
            return True
        S.exact = crc == S.want
    return False


def both(pairs):
    return {"cpu": [c for c, _ in pairs], "wall": [w for _, w in pairs]}


def done():
    if OP == "verify":
        report({"turns": S.turns, "crc": zlib.crc32("\n".join(S.trace).encode())})
    if OP == "play":
        n = S.turns - S.counted_from
        report(
            {
                "turns": n,
                "games": S.game - 3,
                "cpu_per_s": n / (process_time() - S.c0),
                "wall_per_s": n / (perf_counter() - S.t0),
            }
        )
    if OP == "save":
        report({"save": both(S.saves), "restore": both(S.restores), "bytes": S.size, "exact": S.exact})
    with open("/proc/self/status") as f:  # OP == "mem"
        report({"peak_kb": next(int(line.split()[1]) for line in f if line.startswith("VmHWM"))})


def drawn():
    """A periodic callback: it first runs inside the first interaction, after its first draw."""
    report({"frame": 1})
