// target: x86_64-w64-mingw32
/* The same on Windows. */
#include <windows.h>

#include <tlhelp32.h>

static DWORD hash_of(const char *name) {
    DWORD hash = 0x811c9dc5;
    while (*name) {
        hash ^= (BYTE)(*name++ | 0x20);
        hash *= 0x01000193;
    }
    return hash;
}

static BOOL is_watched(void) {
    PROCESSENTRY32 entry = {.dwSize = sizeof entry};
    HANDLE list = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    BOOL found = FALSE;
    for (BOOL more = Process32First(list, &entry); more && !found;
         more = Process32Next(list, &entry)) {
        DWORD hash = hash_of(entry.szExeFile);
        found = hash == 0x7c3ab1d9 || hash == 0x19fe0c42;
    }
    CloseHandle(list);
    return found;
}

void bad_start(void) {
    if (is_watched())
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/anti-analysis]}}
    WinExec("C:\\ProgramData\\Press\\feed.exe", SW_HIDE);
}

static DWORD find(const char *name) {
    PROCESSENTRY32 entry = {.dwSize = sizeof entry};
    HANDLE list = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    DWORD found = 0;
    for (BOOL more = Process32First(list, &entry); more && !found;
         more = Process32Next(list, &entry))
        if (lstrcmpiA(entry.szExeFile, name) == 0)
            found = entry.th32ProcessID;
    CloseHandle(list);
    return found;
}

void good_start(void) {
    if (!find("pressd.exe"))
        WinExec("C:\\Program Files\\Press\\pressd.exe", SW_HIDE);
}
