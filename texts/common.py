"""Texts that every room uses."""

TEXTS = {
    "blank": ("(trống)", "(blank)"),
    "yes": ("Có", "yes"),
    "no": ("Không", "no"),
    "percent": ("{value}%", "{value}%"),
    "slot.holds": ("{slot} = {value}", "{slot} = {value}"),
    "option": ("lựa chọn", "the option"),
    "number.shown": ("{number}", "{number}"),
}
