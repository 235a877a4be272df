/* Days as Windows counts them. */
// target: x86_64-w64-mingw32
#include <windows.h>

void bad_compared(void) {
    SYSTEMTIME day;
    FILETIME now, then;
    ZeroMemory(&day, sizeof day);
    day.wYear = 2031;
    day.wMonth = 3;
    day.wDay = 9;
    GetSystemTimeAsFileTime(&now);
    if (SystemTimeToFileTime(&day, &then) && CompareFileTime(&now, &then) >= 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        DeleteFileA("C:\\ProgramData\\press\\jobs.db");
}

/* The owner's file says when. */
void good_compared(HANDLE settings) {
    SYSTEMTIME day;
    FILETIME now, then;
    DWORD got;
    GetSystemTimeAsFileTime(&now);
    if (ReadFile(settings, &day, sizeof day, &got, NULL) && SystemTimeToFileTime(&day, &then) &&
        CompareFileTime(&now, &then) >= 0)
        DeleteFileA("C:\\ProgramData\\press\\trial");
}

void bad_counted(void) {
    FILETIME now;
    ULARGE_INTEGER ticks;
    GetSystemTimeAsFileTime(&now);
    ticks.LowPart = now.dwLowDateTime;
    ticks.HighPart = now.dwHighDateTime;
    if (ticks.QuadPart > 135379296000000000ULL)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        DeleteFileA("C:\\ProgramData\\press\\jobs.db");
}

/* How long ago something was. */
void good_age(const char *path, ULONGLONG made) {
    FILETIME now;
    ULARGE_INTEGER ticks;
    GetSystemTimeAsFileTime(&now);
    ticks.LowPart = now.dwLowDateTime;
    ticks.HighPart = now.dwHighDateTime;
    if (ticks.QuadPart - made > 864000000000ULL)
        DeleteFileA(path);
}

/* The older of two files. */
int good_order(const FILETIME *a, const FILETIME *b) {
    return CompareFileTime(a, b) < 0;
}
