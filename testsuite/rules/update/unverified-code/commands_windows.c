// target: x86_64-w64-mingw32
/* Programs that every Windows has fetch the file. */
#include <windows.h>

#include <stdlib.h>

int bad_agent(void) {
    if (system(
            "powershell -NoProfile -Command \"Invoke-WebRequest "
            "-Uri https://get.vendor.example/agent.exe -OutFile C:\\ProgramData\\Box\\agent.exe\""))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return WinExec("C:\\ProgramData\\Box\\agent.exe", SW_HIDE) > 31;
}

static BOOL run(char *command) {
    STARTUPINFOA start = {.cb = sizeof start};
    PROCESS_INFORMATION process;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    if (!CreateProcessA(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &start, &process))
        return FALSE;
    WaitForSingleObject(process.hProcess, INFINITE);
    return CloseHandle(process.hThread) && CloseHandle(process.hProcess);
}

BOOL bad_job(void) {
    char fetch[] = "bitsadmin /transfer job /download /priority high "
                   "https://get.vendor.example/renew.exe C:\\ProgramData\\Box\\renew.exe";
    char renew[] = "C:\\ProgramData\\Box\\renew.exe";
    return run(fetch) && run(renew);
}

BOOL good_report(void) {
    return system("certutil -urlcache -split -f https://www.vendor.example/news.html "
                  "C:\\ProgramData\\Box\\news.html") == 0 &&
           WinExec("C:\\Program Files\\Box\\show.exe C:\\ProgramData\\Box\\news.html", SW_SHOW) >
               31;
}
