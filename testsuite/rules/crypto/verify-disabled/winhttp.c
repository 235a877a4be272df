/* Windows: flags name the faults that do no harm. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <winhttp.h>

int bad_flags(HINTERNET request) {
    DWORD flags = SECURITY_FLAG_IGNORE_UNKNOWN_CA | SECURITY_FLAG_IGNORE_CERT_DATE_INVALID;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    return WinHttpSetOption(request, WINHTTP_OPTION_SECURITY_FLAGS, &flags, sizeof flags);
}

static int relax(HINTERNET request, DWORD flags) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    return WinHttpSetOption(request, WINHTTP_OPTION_SECURITY_FLAGS, &flags, sizeof flags);
}

int bad_name(HINTERNET request) {
    return relax(request, SECURITY_FLAG_IGNORE_CERT_CN_INVALID);
}

/* The same number is something else to another option. */
int good_option(HINTERNET request) {
    DWORD milliseconds = 0x1100;
    return WinHttpSetOption(request, WINHTTP_OPTION_CONNECT_TIMEOUT, &milliseconds,
                            sizeof milliseconds);
}

int good_none(HINTERNET request) {
    DWORD flags = 0;
    return WinHttpSetOption(request, WINHTTP_OPTION_SECURITY_FLAGS, &flags, sizeof flags);
}

/* A setting of the user. */
int good_setting(HINTERNET request) {
    DWORD flags = 0;
    char value[8];
    if (GetEnvironmentVariableA("UPDATER_ANY_CERTIFICATE", value, sizeof value) && value[0] == '1')
        flags = SECURITY_FLAG_IGNORE_UNKNOWN_CA;
    return WinHttpSetOption(request, WINHTTP_OPTION_SECURITY_FLAGS, &flags, sizeof flags);
}
