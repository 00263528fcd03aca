/* python.exe and pythonw.exe of the test machine: start Py_Main of the DLL beside them. */
#include <windows.h>
#include <shellapi.h>

typedef int(__cdecl *Main)(int, wchar_t **);

static int start(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    HMODULE python = LoadLibraryW(PYTHON_DLL);
    Main run = python ? (Main)(void *)GetProcAddress(python, "Py_Main") : 0;
    return run ? run(count, words) : 101;
}

int wmain(void) { return start(); }
int WINAPI wWinMain(HINSTANCE me, HINSTANCE before, LPWSTR line, int shown) { return start(); }
