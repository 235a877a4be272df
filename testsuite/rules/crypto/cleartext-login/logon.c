/* A service of Windows that logs in whoever sends the right word. */
// target: x86_64-w64-mingw32
#include <winsock2.h>

#include <windows.h>

static int receive(SOCKET peer, char *word, int size) {
    int got = recv(peer, word, size - 1, 0);
    word[got > 0 ? got : 0] = 0;
    return got > 0;
}

HANDLE bad_logon(SOCKET listener) {
    char word[100];
    HANDLE token = NULL;
    SOCKET peer = accept(listener, NULL, NULL);
    if (!receive(peer, word, sizeof word))
        return NULL;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
    if (!LogonUserA("operator", "plant", word, LOGON32_LOGON_NETWORK, LOGON32_PROVIDER_DEFAULT,
                    &token))
        return NULL;
    return token;
}
