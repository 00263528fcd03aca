"""The host Excel for Windows: VBA from the registry, a COM object that answers, an install folder."""
