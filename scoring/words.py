"""Words of the scores: every status and judgement once, as documents and JSON write it."""

from __future__ import annotations

from enum import Enum

from texts import say


class Worded(str, Enum):
    """A word of the engine: its value is the Vietnamese word, its name the id of its text."""

    def __str__(self) -> str:
        return str(self.value)

    def say(self, lang: str = "vi") -> str:
        """The word in one language."""
        return say(f"{type(self).__name__.lower()}.{self.name.lower()}", lang)


class Status(Worded):
    """How a row of any kind stands."""

    FULL = "Đủ"
    MISSING = "thiếu số liệu"
    PENDING = "chờ số liệu cụm"
    WRONG = "số liệu sai"
    EXCLUDED = "không đánh giá"
    SUBSTITUTED = "thay thế (không có DVCTT)"


class Judgement(Worded):
    """What a row of a plan comes to."""

    MET = "Đạt"
    NOT_MET = "Chưa đạt"
    NOT_JUDGED = "Không xét"
