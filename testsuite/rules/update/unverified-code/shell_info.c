// target: x86_64-w64-mingw32
// A program is run whose name stands in a structure.
#include <windows.h>

#include <shellapi.h>
#include <winhttp.h>

static BOOL fetch(const wchar_t *host, const wchar_t *path, const wchar_t *to) {
    BYTE data[4096];
    DWORD n, written;
    HANDLE file = CreateFileW(to, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    HINTERNET session = WinHttpOpen(L"setup", 0, NULL, NULL, 0);
    HINTERNET peer = WinHttpConnect(session, host, 443, 0);
    HINTERNET request =
        WinHttpOpenRequest(peer, L"GET", path, NULL, NULL, NULL, WINHTTP_FLAG_SECURE);
    if (!WinHttpSendRequest(request, NULL, 0, NULL, 0, 0, 0) ||
        !WinHttpReceiveResponse(request, NULL))
        return FALSE;
    while (WinHttpReadData(request, data, sizeof data, &n) && n)
        WriteFile(file, data, n, &written, NULL);
    return CloseHandle(file);
}

void bad_setup(void) {
    const wchar_t *where = L"C:\\ProgramData\\kiosk\\next.exe";
    SHELLEXECUTEINFOW info = {.cbSize = sizeof info, .lpFile = where, .nShow = SW_HIDE};
    if (fetch(L"files.kiosk-parts.example", L"/next", where))
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
        ShellExecuteExW(&info);
}

void good_notes(const wchar_t *host) {
    SHELLEXECUTEINFOW info = {.cbSize = sizeof info, .lpVerb = L"open", .nShow = SW_SHOW};
    info.lpFile = L"C:\\Program Files\\Kiosk\\viewer.exe";
    if (fetch(host, L"/notes", L"C:\\ProgramData\\kiosk\\notes.txt"))
        ShellExecuteExW(&info);
}
