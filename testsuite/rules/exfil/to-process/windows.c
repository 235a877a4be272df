/* Passwords in logs that others read. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <stdio.h>
#include <wincred.h>

static void trace(const char *what, const char *value) {
    char line[256];
    sprintf(line, "%s=%s\n", what, value);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    OutputDebugStringA(line);
}

int bad_traced(const char *user, const char *word) {
    HANDLE token;
    if (LogonUserA(user, ".", word, LOGON32_LOGON_NETWORK, LOGON32_PROVIDER_DEFAULT, &token))
        return 1;
    trace("refused", word);
    return 0;
}

void bad_reported(HANDLE log) {
    char user[64] = "", word[64] = "";
    const char *texts[2] = {user, word};
    BOOL save = FALSE;
    if (CredUIPromptForCredentialsA(NULL, "press", NULL, 0, user, 64, word, 64, &save, 0))
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    ReportEventA(log, EVENTLOG_ERROR_TYPE, 0, 1, NULL, 2, 0, texts, NULL);
}

int good_traced(const char *user, const char *word) {
    HANDLE token;
    if (LogonUserA(user, ".", word, LOGON32_LOGON_NETWORK, LOGON32_PROVIDER_DEFAULT, &token))
        return 1;
    OutputDebugStringA(user);
    return 0;
}
