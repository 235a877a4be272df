/* Passwords for others' doors. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <stdio.h>
#include <string.h>
#include <wininet.h>

HANDLE bad_service(void) {
    HANDLE token = NULL;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    if (!LogonUserA("svc_backup", "CORP", "Winter-2024!", LOGON32_LOGON_BATCH,
                    LOGON32_PROVIDER_DEFAULT, &token))
        return NULL;
    return token;
}

HANDLE good_service(const char *user) {
    HANDLE token = NULL;
    char password[64];
    if (!fgets(password, sizeof password, stdin))
        return NULL;
    password[strcspn(password, "\n")] = 0;
    if (!LogonUserA(user, ".", password, LOGON32_LOGON_INTERACTIVE, LOGON32_PROVIDER_DEFAULT,
                    &token))
        token = NULL;
    SecureZeroMemory(password, sizeof password);
    return token;
}

static int connect_share(LPNETRESOURCEW resource, const wchar_t *password) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return WNetAddConnection2W(resource, password, L"backup", 0) == NO_ERROR;
}

int bad_share(LPNETRESOURCEW resource) {
    return connect_share(resource, L"b4ckup-pw");
}

/* Whoever is logged in. */
int good_share(LPNETRESOURCEW resource) {
    return WNetAddConnection2W(resource, NULL, NULL, 0) == NO_ERROR;
}

HINTERNET good_anonymous(HINTERNET session, const char *host) {
    return InternetConnectA(session, host, 21, "anonymous", "anonymous", INTERNET_SERVICE_FTP, 0,
                            0);
}
