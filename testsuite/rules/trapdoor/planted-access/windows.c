/* An account that the system makes. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <lm.h>
#include <string.h>

static int add(const wchar_t *name, const wchar_t *password) {
    USER_INFO_1 user;
    memset(&user, 0, sizeof user);
    user.usri1_name = (LPWSTR)name;
    user.usri1_password = (LPWSTR)password;
    user.usri1_priv = USER_PRIV_USER;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
    return NetUserAdd(NULL, 1, (LPBYTE)&user, NULL) == NERR_Success;
}

int bad_service(void) {
    return add(L"pressadmin", L"Ink&Paper-77");
}

int good_asked(const wchar_t *name, const wchar_t *password) {
    USER_INFO_1 user;
    memset(&user, 0, sizeof user);
    user.usri1_name = (LPWSTR)name;
    user.usri1_password = (LPWSTR)password;
    user.usri1_priv = USER_PRIV_USER;
    return NetUserAdd(NULL, 1, (LPBYTE)&user, NULL) == NERR_Success;
}
