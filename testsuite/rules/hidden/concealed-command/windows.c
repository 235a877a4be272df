/* Names of functions, and what is started, on Windows. */
// target: x86_64-w64-mingw32
#include <windows.h>

typedef UINT(WINAPI *start_fn)(const char *, UINT);

static const unsigned char bytes[] = {0x03, 0x3d, 0x3a, 0x11, 0x2c, 0x31, 0x37};

UINT bad_procedure(const char *line) {
    char name[16];
    unsigned i;
    for (i = 0; i < sizeof bytes; i++)
        name[i] = (char)(bytes[i] ^ 0x54);
    name[i] = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/concealed-command]}}
    start_fn start = (start_fn)(void *)GetProcAddress(GetModuleHandleA("kernel32.dll"), name);
    return start ? start(line, 0) : 0;
}

FARPROC good_procedure(void) {
    return GetProcAddress(GetModuleHandleA("kernel32.dll"), "SetProcessDPIAware");
}
