/* Logs that the system empties. */
// target: x86_64-w64-mingw32
#include <windows.h>

void bad_cleared(void) {
    HANDLE log = OpenEventLogA(NULL, "Security");
    if (log) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
        ClearEventLogA(log, NULL);
        CloseEventLog(log);
    }
}

/* The owner says which, and a copy is kept. */
void good_archived(const wchar_t *name, const wchar_t *copy) {
    HANDLE log = OpenEventLogW(NULL, name);
    if (log) {
        ClearEventLogW(log, copy);
        CloseEventLog(log);
    }
}

void good_copied(void) {
    HANDLE log = OpenEventLogW(NULL, L"Press");
    if (log) {
        ClearEventLogW(log, L"C:\\Press\\events.evt");
        CloseEventLog(log);
    }
}
