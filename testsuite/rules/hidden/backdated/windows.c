/* Times of files that are not when they were written. */
// target: x86_64-w64-mingw32
#include <windows.h>

void bad_fixed(const char *path) {
    SYSTEMTIME day = {.wYear = 2009, .wMonth = 7, .wDay = 14};
    FILETIME made;
    HANDLE file = CreateFileA(path, GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
    SystemTimeToFileTime(&day, &made);
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/backdated]}}
    SetFileTime(file, &made, NULL, &made);
    CloseHandle(file);
}

void bad_as_neighbour(HANDLE dropped) {
    FILETIME made, read, written;
    HANDLE old = CreateFileA("C:\\Windows\\System32\\kernel32.dll", GENERIC_READ, FILE_SHARE_READ,
                             NULL, OPEN_EXISTING, 0, NULL);
    GetFileTime(old, &made, &read, &written);
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/backdated]}}
    SetFileTime(dropped, &made, &read, &written);
    CloseHandle(old);
}

void bad_moved(const char *path) {
    FILETIME written;
    SYSTEMTIME day;
    HANDLE file = CreateFileA(path, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
    GetFileTime(file, NULL, NULL, &written);
    FileTimeToSystemTime(&written, &day);
    day.wYear -= 2;
    SystemTimeToFileTime(&day, &written);
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/backdated]}}
    SetFileTime(file, NULL, NULL, &written);
    CloseHandle(file);
}

void good_copied(HANDLE from, HANDLE to) {
    FILETIME made, read, written;
    GetFileTime(from, &made, &read, &written);
    SetFileTime(to, &made, &read, &written);
}

void good_now(HANDLE file) {
    SYSTEMTIME now;
    FILETIME written;
    GetSystemTime(&now);
    SystemTimeToFileTime(&now, &written);
    SetFileTime(file, NULL, NULL, &written);
}
