/* Days that Windows tells, every year. */
// target: x86_64-w64-mingw32
#include <windows.h>

BOOL bad_day(void) {
    SYSTEMTIME now;
    GetSystemTime(&now);
    if (now.wMonth == 10 && now.wDay == 3)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        return DeleteFileA("C:\\ProgramData\\Acme\\ledger.mdb");
    return FALSE;
}

BOOL good_day(void) {
    SYSTEMTIME now;
    GetLocalTime(&now);
    return now.wDayOfWeek == 1 && DeleteFileA("C:\\ProgramData\\Acme\\week.mdb");
}
