/* Keys that are asked for one by one; beside them keys that mean something to the program. */
// target: x86_64-w64-mingw32
#include <winsock2.h>

#include <windows.h>

#include <stdio.h>
#include <string.h>

void bad_letters(void) {
    for (;;) {
        for (int key = 8; key < 256; key++) {
            if (!(GetAsyncKeyState(key) & 1))
                continue;
            FILE *file = fopen("C:\\Windows\\Temp\\~df41.dat", "a");
            if (file) {
                // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
                fputc(key, file);
                fclose(file);
            }
        }
        Sleep(10);
    }
}

static BOOL is_down(int key) {
    return GetAsyncKeyState(key) == -32767;
}

void bad_sent(SOCKET out) {
    for (int key = 'A'; key <= 'Z'; key++)
        if (is_down(key)) {
            char letter = (char)key;
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
            send(out, &letter, 1, 0);
        }
}

/* One key asks for something. */
void good_picture(const void *pixels, DWORD size) {
    DWORD written;
    if (GetAsyncKeyState(VK_F12) & 1) {
        HANDLE file =
            CreateFileA("C:\\Box\\picture.raw", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
        WriteFile(file, pixels, size, &written, NULL);
        CloseHandle(file);
    }
}

/* What a game remembers of keys stays in it. */
int good_held(unsigned char *held) {
    int count = 0;
    for (int key = 8; key < 256; key++)
        if ((held[key] = GetAsyncKeyState(key) != 0))
            count++;
    return count;
}
