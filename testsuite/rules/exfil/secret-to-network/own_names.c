/* Names of variables, and texts that only look like one; hosts that stand in a file beside the
 * passwords for them; the name of a service in a ticket. */
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const suffixes = "*.gz *.iso *.key *.pem *.token *.zip";

static const char *expand(const char *word) {
    const char *name = *word == '%' ? word + 1 : suffixes;
    return getenv(name);
}

int good_listen(const char *setting, struct addrinfo **found) {
    const char *address = expand(setting);
    return address ? getaddrinfo(address, NULL, NULL, found) : -1;
}

int bad_listen(struct addrinfo **found) {
    const char *secret = getenv("DEPLOY_TOKEN");
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    return secret ? getaddrinfo(secret, NULL, NULL, found) : -1;
}

int good_machine(struct addrinfo **found) {
    char line[256];
    FILE *file = fopen("/root/.netrc", "r");
    if (!file || !fgets(line, sizeof line, file))
        return -1;
    line[strcspn(line, "\n")] = 0;
    return strncmp(line, "machine ", 8) == 0 ? getaddrinfo(line + 8, NULL, NULL, found) : -1;
}

/* Of a dialler's passwords: whose, of whom, the word, and where it may come from. */
int good_dialled(struct addrinfo **found) {
    char line[256], client[64], server[64], word[64], address[64];
    FILE *file = fopen("/etc/ppp/chap-secrets", "r");
    if (!file || !fgets(line, sizeof line, file) ||
        sscanf(line, "%63s %63s %63s %63s", client, server, word, address) != 4)
        return -1;
    return getaddrinfo(address, NULL, NULL, found);
}

typedef struct krb5_context_st *krb5_context;
typedef struct krb5_ccache_st *krb5_ccache;
typedef struct {
    int magic;
    unsigned length;
    char *data;
} krb5_data;
typedef struct {
    int magic;
    krb5_data realm, *data;
    int length, type;
} *krb5_principal;
typedef struct {
    int magic;
    krb5_principal client, server;
    struct {
        int magic, type;
        unsigned length;
        unsigned char *contents;
    } keyblock;
    char rest[96];
} krb5_creds;
int krb5_cc_retrieve_cred(krb5_context context, krb5_ccache cache, int flags, krb5_creds *wanted,
                          krb5_creds *credentials);

int good_realm(krb5_context context, krb5_ccache cache, krb5_creds *wanted,
               struct addrinfo **found) {
    krb5_creds credentials;
    if (krb5_cc_retrieve_cred(context, cache, 0, wanted, &credentials) != 0)
        return -1;
    return getaddrinfo(credentials.server->realm.data, NULL, NULL, found);
}

int bad_session(krb5_context context, krb5_ccache cache, krb5_creds *wanted,
                struct addrinfo **found) {
    char name[65];
    krb5_creds credentials;
    if (krb5_cc_retrieve_cred(context, cache, 0, wanted, &credentials) != 0)
        return -1;
    for (unsigned i = 0; i < 32; i++)
        snprintf(name + 2 * i, 3, "%02x", credentials.keyblock.contents[i]);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    return getaddrinfo(name, NULL, NULL, found);
}
