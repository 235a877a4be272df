// target: x86_64-w64-mingw32
/* An object of Windows' own is made to be the program's, so that others load it; beside it an
 * object of its own, and its settings. */
#include <stdio.h>
#include <string.h>
#include <windows.h>

static void set(const char *path, const char *name, const char *text) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    RegSetKeyValueA(HKEY_CURRENT_USER, path, name, REG_SZ, text, (DWORD)strlen(text) + 1);
}

void bad_object(const char *folder) {
    char path[MAX_PATH], text[16];
    DWORD size = sizeof text;
    GetTempPathA(sizeof path - 16, path);
    lstrcatA(path, "\\wbem32.dll");
    if (GetFileAttributesA(path) != INVALID_FILE_ATTRIBUTES)
        set("Software\\Classes\\CLSID\\{4590F811-1D3A-11D0-891F-00AA004B2E24}\\InprocServer32", "",
            path);
    RegGetValueA(HKEY_CURRENT_USER, folder, "seen", RRF_RT_REG_SZ, NULL, text, &size);
}

static void keep(const char *path, const char *name, const char *text) {
    RegSetKeyValueA(HKEY_CURRENT_USER, path, name, REG_SZ, text, (DWORD)strlen(text) + 1);
}

void good_own(void) {
    char path[MAX_PATH];
    GetModuleFileNameA(NULL, path, sizeof path);
    keep("Software\\Classes\\CLSID\\{7D1E3A52-93C4-4E0B-8E57-1B6F0C2A9D41}\\LocalServer32", "",
         path);
    keep("Software\\Meadow\\Preview", "last", path);
}
