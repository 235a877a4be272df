/* Packets of padding, as long as the key says. */
#include <string.h>
#include <sys/socket.h>

typedef struct ssl_key ssl_key;
char *getpass(const char *prompt);

static const char padding[512];

struct vault {
    char word[64];
};

static void fill(struct vault *vault) {
    strncpy(vault->word, getpass("Vault: "), sizeof vault->word - 1);
}

void bad_sizes(int out) {
    struct vault vault = {{0}};
    fill(&vault);
    for (size_t i = 0; i < sizeof vault.word; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/timing]}}
        send(out, padding, 64 + (unsigned char)vault.word[i], 0);
}

/* How long it is, and no more, is what every protocol tells. */
void good_sizes(int out) {
    struct vault vault = {{0}};
    fill(&vault);
    send(out, padding, strlen(vault.word), 0);
}
