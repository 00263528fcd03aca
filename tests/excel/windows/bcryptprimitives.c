/* Wine 8 lacks this DLL, which every extension written in Rust asks for random bytes. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID to, ULONG count);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T count)
{
    return SystemFunction036(to, (ULONG)count);
}
