/* What Windows starts by itself, and copies of the program; beside them settings of its own. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <string.h>

static LSTATUS put(const char *path, const char *name, const char *text) {
    HKEY key;
    if (RegCreateKeyExA(HKEY_CURRENT_USER, path, 0, NULL, 0, KEY_SET_VALUE, NULL, &key, NULL))
        return 1;
    DWORD size = (DWORD)strlen(text) + 1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    RegSetValueExA(key, name, 0, REG_SZ, (const BYTE *)text, size);
    return RegCloseKey(key);
}

LSTATUS bad_key(void) {
    return put("Software\\Microsoft\\Windows\\CurrentVersion\\Run", "Sync",
               "C:\\Users\\Public\\sync.exe");
}

SC_HANDLE bad_service(void) {
    wchar_t own[MAX_PATH];
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_ALL_ACCESS);
    GetModuleFileNameW(NULL, own, MAX_PATH);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    return CreateServiceW(manager, L"netsync", L"Network Sync", SERVICE_ALL_ACCESS,
                          SERVICE_WIN32_OWN_PROCESS, SERVICE_AUTO_START, SERVICE_ERROR_NORMAL, own,
                          NULL, NULL, NULL, NULL, NULL);
}

BOOL bad_copy(void) {
    char own[MAX_PATH];
    GetModuleFileNameA(NULL, own, sizeof own);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    return CopyFileA(own, "C:\\Windows\\svchosts.exe", FALSE);
}

BOOL good_copy(void) {
    return CopyFileA("C:\\Box\\first.ini", "C:\\Box\\box.ini", TRUE);
}

LSTATUS good_settings(HKEY key) {
    static const char folder[] = "C:\\Box\\Orders\\Today";
    return RegSetValueExA(key, "Folder", 0, REG_SZ, (const BYTE *)folder, sizeof folder);
}

int main(int argc, char **argv) {
    SC_HANDLE manager = OpenSCManagerA(NULL, NULL, SC_MANAGER_CREATE_SERVICE);
    if (argc > 1 && strcmp(argv[1], "--install") == 0)
        return !CreateServiceA(manager, "box", "Box", SERVICE_ALL_ACCESS, SERVICE_WIN32_OWN_PROCESS,
                               SERVICE_DEMAND_START, SERVICE_ERROR_NORMAL, "C:\\Box\\boxsrv.exe",
                               NULL, NULL, NULL, NULL, NULL);
    return 0;
}
