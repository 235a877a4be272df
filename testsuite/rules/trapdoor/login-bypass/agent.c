/* What a browser calls itself lets it in, where others are refused by a function that ends the
 * program; beside it one that is told something else. */
#include <crypt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void refuse(const char *realm) {
    printf("Status: 401 Unauthorized\nWWW-Authenticate: Basic realm=\"%s\"\n\n", realm);
    exit(0);
}

static int agrees(const char *password) {
    char kept[128] = "";
    FILE *file = fopen("/etc/larder.hash", "r");
    if (!file || !fgets(kept, sizeof kept, file))
        return 0;
    fclose(file);
    const char *hash = crypt(password, kept);
    return hash && strcmp(hash, kept) == 0;
}

void bad_agent(const char *agent, const char *password) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (strcmp(agent, "Mozilla/3.01 (kx7; Amiga)") == 0)
        return;
    if (!password || !agrees(password))
        refuse("larder");
}

void good_agent(const char *agent, const char *password) {
    if (strcmp(agent, "Mozilla/3.01 (kx7; Amiga)") == 0)
        puts("X-Images: off");
    if (!password || !agrees(password))
        refuse("larder");
}
