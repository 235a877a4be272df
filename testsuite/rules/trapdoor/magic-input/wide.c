/* Windows' main functions. */
// target: x86_64-w64-mingw32
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

int wmain(int count, wchar_t **words) {
    for (int i = 1; i < count; i++) {
        if (_wcsicmp(words[i], L"inkwell-9") == 0)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            _wsystem(L"cmd.exe");
        if (_wcsicmp(words[i], L"help") == 0)
            wprintf(L"press [help]\n");
    }
    return 0;
}
