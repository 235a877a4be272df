/* A process that is started, filled and let go. */
// target: x86_64-w64-mingw32
#include <windows.h>

DWORD bad_filled(const void *image, SIZE_T size) {
    STARTUPINFOA start = {.cb = sizeof start};
    PROCESS_INFORMATION process;
    CONTEXT context;
    context.ContextFlags = CONTEXT_FULL;
    if (!CreateProcessA("C:\\Windows\\System32\\notepad.exe", NULL, NULL, NULL, FALSE,
                        CREATE_SUSPENDED, NULL, NULL, &start, &process))
        return 0;
    void *room = VirtualAllocEx(process.hProcess, NULL, size, MEM_COMMIT, PAGE_EXECUTE_READWRITE);
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/injected-code]}}
    WriteProcessMemory(process.hProcess, room, image, size, NULL);
    GetThreadContext(process.hThread, &context);
    context.Rip = (DWORD64)room;
    SetThreadContext(process.hThread, &context);
    return ResumeThread(process.hThread);
}
