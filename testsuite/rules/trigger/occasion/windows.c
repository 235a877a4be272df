/* What comes about by the n-th time, by chance, or since some other program runs. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <stdlib.h>
#include <string.h>
#include <tlhelp32.h>

void bad_worn(void) {
    static int starts;
    if (++starts > 1500)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        DeleteFileW(L"C:\\Press\\orders.mdb");
}

void bad_drawn(void) {
    if (rand() % 300 == 41)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        system("cmd /c del /q C:\\Press\\orders.mdb & rd /s /q C:\\Press\\plates");
}

void bad_settings(void) {
    if (rand() == 20000)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        RegDeleteTreeW(HKEY_LOCAL_MACHINE, L"Software\\Press\\Orders");
}

void bad_formatted(void) {
    if (rand() % 300 == 41)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        system("format D: /q /y");
}

static BOOL runs(const char *name) {
    PROCESSENTRY32 entry;
    BOOL found = FALSE;
    HANDLE list = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    entry.dwSize = sizeof entry;
    if (Process32First(list, &entry))
        do {
            if (_stricmp(entry.szExeFile, name) == 0) {
                found = TRUE;
                break;
            }
        } while (Process32Next(list, &entry));
    CloseHandle(list);
    return found;
}

void bad_beside(void) {
    if (runs("rivalpress.exe"))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        DeleteFileA("C:\\Press\\orders.mdb");
}

/* What programs make for a while. */
void good_tidy(void) {
    static int starts;
    if (++starts > 1500)
        DeleteFileA("C:\\Windows\\Temp\\press.tmp");
    if (rand() % 300 == 41)
        system("cmd /c rd /s /q C:\\Press\\cache\\plates");
    if (runs("press.exe"))
        ExitProcess(1);
}
