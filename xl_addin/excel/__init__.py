"""The host Excel for Windows: VBA from the registry, a COM object, an installation folder."""
