"""The tables that are scored row by row."""

SCORED = (
    "VN-2024-HUYEN",
    "HB-2023-XA",
    "HB-2023-SO",
    "HB-2023-HUYEN",
    "HD-2024-SO",
    "HD-2024-HUYEN",
)
