// target: x86_64-w64-mingw32
/* Pictures are lost when the program was started often enough, as the registry keeps count; beside
 * it a question, and what the owner switched on. */
#include <stdio.h>
#include <windows.h>

static const char place[] = "Software\\Larkspur\\Frames";

static DWORD read_number(const char *name) {
    DWORD number = 0, size = sizeof number;
    HKEY key;
    if (RegOpenKeyExA(HKEY_CURRENT_USER, place, 0, KEY_READ, &key) != ERROR_SUCCESS)
        return 0;
    RegQueryValueExA(key, name, NULL, NULL, (BYTE *)&number, &size);
    RegCloseKey(key);
    return number;
}

static void write_number(const char *name, DWORD number) {
    RegSetKeyValueA(HKEY_CURRENT_USER, place, name, REG_DWORD, &number, sizeof number);
}

void bad_worn_out(const char *folder) {
    WIN32_FIND_DATAA found;
    char path[MAX_PATH];
    DWORD runs = read_number("runs") + 1;
    write_number("runs", runs);
    if (runs < 250)
        return;
    snprintf(path, sizeof path, "%s\\*", folder);
    HANDLE search = FindFirstFileA(path, &found);
    while (search != INVALID_HANDLE_VALUE && FindNextFileA(search, &found)) {
        snprintf(path, sizeof path, "%s\\%s", folder, found.cFileName);
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        DeleteFileA(path);
    }
}

void good_asked(const char *folder) {
    WIN32_FIND_DATAA found;
    char path[MAX_PATH];
    DWORD opened = read_number("opened") + 1;
    write_number("opened", opened);
    if (opened >= 250)
        MessageBoxA(NULL, "Please register.", "Frames", MB_OK);
    if (read_number("clear") == 0)
        return;
    snprintf(path, sizeof path, "%s\\*", folder);
    HANDLE search = FindFirstFileA(path, &found);
    while (search != INVALID_HANDLE_VALUE && FindNextFileA(search, &found)) {
        snprintf(path, sizeof path, "%s\\%s", folder, found.cFileName);
        DeleteFileA(path);
    }
}
