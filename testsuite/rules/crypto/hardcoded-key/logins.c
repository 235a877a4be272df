/* Passwords out of tables, for a call that says by itself that it takes one. */
// target: x86_64-w64-mingw32
#include <windows.h>
#include <winnetwk.h>

struct person {
    const wchar_t *name, *word;
};
static const struct person service = {L"press", L"Ink&Paper-77"};
static const struct person *people[2];

HANDLE bad_table(void) {
    HANDLE token = NULL;
    people[0] = &service;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    if (LogonUserW(people[0]->name, L".", people[0]->word, LOGON32_LOGON_NETWORK,
                   LOGON32_PROVIDER_DEFAULT, &token))
        return token;
    return NULL;
}

HANDLE good_asked(const struct person *person) {
    HANDLE token = NULL;
    if (LogonUserW(person->name, L".", person->word, LOGON32_LOGON_NETWORK,
                   LOGON32_PROVIDER_DEFAULT, &token))
        return token;
    return NULL;
}
