/* Values of a game that its player sets. */
// target: x86_64-w64-mingw32
// expected-no-diagnostics
#include <windows.h>

BOOL good_value(DWORD number, void *at, int lives) {
    HANDLE process = OpenProcess(PROCESS_VM_WRITE | PROCESS_VM_OPERATION, FALSE, number);
    BOOL done = process && WriteProcessMemory(process, at, &lives, sizeof lives, NULL);
    return process ? CloseHandle(process) && done : FALSE;
}
