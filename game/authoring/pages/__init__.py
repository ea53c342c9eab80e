"""The page behind every code: what it means, why it matters, how to mend it, and two examples that are true.

The examples change a small scene of ours in one place, and are checked for real: the bad one shows exactly
its code, at the marked place; the good one does not.
"""
