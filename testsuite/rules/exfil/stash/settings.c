/* Passwords among the settings. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <string.h>
#include <wincred.h>
#include <wincrypt.h>

struct account {
    char user[64], word[64];
};

static int ask(struct account *account) {
    BOOL save = FALSE;
    return CredUIPromptForCredentialsA(NULL, "press", NULL, 0, account->user, 64, account->word, 64,
                                       &save, 0) == NO_ERROR;
}

void bad_profile(void) {
    struct account account;
    if (ask(&account))
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
        WritePrivateProfileStringA("login", "word", account.word, "C:\\Press\\press.ini");
}

void bad_registry(HKEY key, const char *user, const char *word) {
    HANDLE token;
    if (LogonUserA(user, ".", word, LOGON32_LOGON_NETWORK, LOGON32_PROVIDER_DEFAULT, &token))
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
        RegSetValueExA(key, "word", 0, REG_SZ, (const BYTE *)word, (DWORD)strlen(word) + 1);
}

void good_profile(void) {
    struct account account;
    if (ask(&account))
        WritePrivateProfileStringA("login", "user", account.user, "C:\\Press\\press.ini");
    SecureZeroMemory(&account, sizeof account);
}

void good_sealed(HKEY key) {
    struct account account;
    DATA_BLOB in = {sizeof account.word, (BYTE *)account.word}, out;
    if (!ask(&account) || !CryptProtectData(&in, L"press", NULL, NULL, NULL, 0, &out))
        return;
    RegSetValueExA(key, "word", 0, REG_BINARY, out.pbData, out.cbData);
    LocalFree(out.pbData);
}
