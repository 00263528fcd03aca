"""Figures in words: a number as an office writes it, by a formula that any program computes.

TEXT() follows the language of the machine; these follow the office: «2,94», «3.744».
Each formula has a twin that says what it gives.
"""

from __future__ import annotations

from fractions import Fraction

from scoring.numbers import Rational


def decimals_excel(expr: str) -> str:
    """A number that is not negative, to two decimals: `7.0588` → «7,06»."""
    cents = f"ROUND(ROUND({expr},9)*100,0)"
    rest = f"({cents}-100*INT({cents}/100))"
    return f'INT({cents}/100)&","&IF({rest}<10,"0","")&{rest}'


def decimals_words(value: Rational) -> str:
    """What `decimals_excel` gives.

    >>> decimals_words(Fraction(120, 17)), decimals_words(2)
    ('7,06', '2,00')
    """
    cents = int(Fraction(value) * 100 + Fraction(1, 2))
    return f"{cents // 100},{cents % 100:02d}"


def count_excel(expr: str) -> str:
    """A count with dots between its thousands; one with decimals gets two of them."""
    whole = f"INT({expr})"
    million, thousand = f"INT({expr}/1000000)", f"INT({expr}/1000)"
    middle = f"({thousand}-1000*{million})"
    last = f"({whole}-1000*{thousand})"
    text = (
        f'IF({expr}>=1000000,{million}&"."&{_padded(middle)}&"."&{_padded(last)},'
        f'IF({expr}>=1000,{thousand}&"."&{_padded(last)},{whole}))'
    )
    cents = f"ROUND(100*({expr}-{whole}),0)"
    return f'{text}&IF({cents}=0,"",","&IF({cents}<10,"0","")&{cents})'


def count_words(value: Rational) -> str:
    """What `count_excel` gives.

    >>> count_words(3744), count_words(1200000), count_words(Fraction(5, 2))
    ('3.744', '1.200.000', '2,50')
    """
    whole = int(value // 1)
    head, rest = divmod(whole, 1_000_000)
    text = (
        f"{head}.{rest // 1000:03d}.{rest % 1000:03d}" if head else f"{whole:,}".replace(",", ".")
    )
    cents = int((Fraction(value) - whole) * 100 + Fraction(1, 2))
    return text if not cents else f"{text},{cents:02d}"


def _padded(expr: str) -> str:
    return f'IF({expr}<100,"0","")&IF({expr}<10,"0","")&{expr}'


def quoted(text: str) -> str:
    """A text in a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
