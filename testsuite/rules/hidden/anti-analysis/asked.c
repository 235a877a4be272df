// target: x86_64-w64-mingw32
/* Windows is asked whether a debugger looks. */
#include <windows.h>

static int bad_started(void) {
    STARTUPINFOA how = {.cb = sizeof how};
    PROCESS_INFORMATION made;
    if (IsDebuggerPresent())
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/anti-analysis]}}
    return CreateProcessA("C:\\ProgramData\\Tiles\\tiles.exe", NULL, NULL, NULL, FALSE, 0, NULL,
                          NULL, &how, &made);
}

static void bad_removed(void) {
    BOOL looks = FALSE;
    CheckRemoteDebuggerPresent(GetCurrentProcess(), &looks);
    if (looks)
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/anti-analysis]}}
        DeleteFileA("C:\\ProgramData\\Tiles\\tiles.dat");
}

/* Whoever debugs it gets to hear more. */
static void good_talk(const char *what) {
    if (IsDebuggerPresent())
        OutputDebugStringA(what);
}

int main(void) {
    good_talk("started");
    bad_removed();
    return bad_started();
}
