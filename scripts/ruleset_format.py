"""Write what the format of rulesets makes: JSON Schemas for editors, tables of keys in the guide.

    python scripts/ruleset_format.py

A test fails where a committed file is not what this writes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "vi" / "them-bo-chi-so.md"


def written() -> dict[Path, str]:
    """Every file that is made, with what belongs in it."""
    from rulesets.format.guide import filled
    from rulesets.format.schema import SCHEMAS, schema

    files = {
        ROOT / "rulesets" / name: json.dumps(schema(of), ensure_ascii=False, indent=1) + "\n"
        for name, of in SCHEMAS.items()
    }
    files[GUIDE] = filled(GUIDE.read_text(encoding="utf-8"))
    return files


def main() -> None:
    """Write them all."""
    for path, content in written().items():
        path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
