"""Start Debian's Ren'Py 8.0.3 on Python 3.11.

That package dies there with "AST node line range (N, 1) is not valid": Ren'Py moves lineno and
leaves end_lineno behind, which Python >= 3.11 refuses. This launcher repairs the line range of
each AST handed to compile(). $BENCH_RENPY_BASE names another copy of /usr/share/games/renpy: one
that has compiled scripts, which Debian's build never writes and the upstream SDK always does.

    /usr/bin/python3 renpy_shim.py PROJECT [lint|run|compile ...]
"""

import ast
import builtins
import os
import runpy
import sys

_compile = builtins.compile


def compile_fixed(source, *args, **kwargs):
    if isinstance(source, ast.AST):
        for node in ast.walk(source):
            line = getattr(node, "lineno", None)
            if line is not None and (getattr(node, "end_lineno", None) or 0) < line:
                node.end_lineno = line
                node.end_col_offset = max(getattr(node, "end_col_offset", 0) or 0, node.col_offset)
    return _compile(source, *args, **kwargs)


builtins.compile = compile_fixed
sys.argv = ["/usr/games/renpy", *sys.argv[1:]]
launcher = runpy.run_path("/usr/games/renpy", run_name="renpy_launcher")
# Ren'Py looks these up in __main__, which is this file.
globals().update({k: launcher[k] for k in ("path_to_gamedir", "path_to_common", "path_to_saves")})
base = os.environ.get("BENCH_RENPY_BASE", "/usr/share/games/renpy")
sys.path.append(base)
import renpy.bootstrap

renpy.bootstrap.bootstrap(base)
