/* A year, or that year from some month on. */
// target: x86_64-w64-mingw32
#include <windows.h>

void bad_either(void) {
    SYSTEMTIME now;
    GetSystemTime(&now);
    if (now.wYear > 2031 || (now.wYear == 2031 && now.wMonth >= 6))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        DeleteFileW(L"C:\\Press\\orders.mdb");
}

/* A clock that was never set, on either side. */
void good_wrong(void) {
    SYSTEMTIME now;
    GetSystemTime(&now);
    if (now.wYear < 2020 || now.wYear > 2090)
        DeleteFileW(L"C:\\Press\\stamps.mdb");
}
