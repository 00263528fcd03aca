"""Words: what the keys of the format mean, from the catalogue of texts."""

from __future__ import annotations

from texts import Text, catalogue, text


def meaning(record: str, key: str) -> Text:
    """What a key of a record means. Raises KeyError where nobody has said it.

    >>> meaning("grades", "otherwise").say("en")
    'the grade in none of the bands'
    """
    own = f"format.key.{record}.{key}"
    return text(own if own in catalogue() else f"format.key.{key}")
