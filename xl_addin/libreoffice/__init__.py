"""The LibreOffice Calc add-in: a Python component and the extension that carries it."""
