"""`NamedTuple` for all of our values: what typing makes, made in a sixth of the time.

A class of typing compiles every annotation and a constructor while its module is imported. The first words in
a terminal need more than a hundred of such classes, and would wait much longer for them.
"""

from __future__ import annotations

__all__ = ["TYPE_CHECKING", "NamedTuple"]

TYPE_CHECKING = False
"""As in typing, which the first words in a terminal would wait for; type checkers know it by its name."""

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import _tuplegetter

    _CALLS = 8
    """Calls of a class before it gets its own constructor, which takes as long to make as fifty of them."""

    class _Value(tuple):
        """What all named tuples can do. A class that is called often gets its own constructor."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}  # noqa: RUF012  (as in typing)

        def __new__(cls, *args, **named):
            made = next(kind for kind in cls.__mro__ if "_fields" in kind.__dict__)
            rest, given = made._fields[len(args) :], {**made._field_defaults, **named}
            fits = len(args) + len(rest) == len(made._fields) and named.keys() <= {*rest} <= given.keys()
            if fits and made._calls:
                made._calls -= 1
                return tuple.__new__(cls, (*args, *[given[field] for field in rest]))
            made.__new__ = staticmethod(_constructor(made))
            return made.__new__(cls, *args, **named)

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **named):
            made = self._make(map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"Got unexpected field names: {list(named)!r}")
            return made

        __replace__ = _replace

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            told = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{self.__class__.__name__}({told})"

        def __getnewargs__(self):
            return tuple(self)

    def _constructor(made):
        names = ", ".join(made._fields)
        source = f"lambda _cls, {names}: _new(_cls, ({names}{',' * bool(names)}))"
        constructor = eval(source, {"_new": tuple.__new__, "__builtins__": {}})  # noqa: S307
        constructor.__defaults__ = tuple(made._field_defaults.values())
        constructor.__name__ = "__new__"
        return constructor

    class _Maker(type):
        """Makes plain classes on top of `_Value` of the classes that name `NamedTuple` as their base."""

        def __new__(cls, name, _bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name} has a field without a default after one with a default")
            body.update(
                __slots__=(),
                __match_args__=fields,
                _calls=_CALLS,
                _fields=fields,
                _field_defaults=defaults,
                **{field: _tuplegetter(index, field) for index, field in enumerate(fields)},
            )
            return type(name, (_Value,), body)

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
