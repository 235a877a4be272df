/* What is returned are rights: none, those of the owner, and more for who knows the word. */
#include <crypt.h>
#include <stdio.h>
#include <string.h>

static int load(const char *path, char *out, int size) {
    FILE *file = fopen(path, "r");
    int ok = file && fgets(out, size, file) != NULL;
    if (file)
        fclose(file);
    return ok;
}

static int fits(const char *password, const char *kept) {
    const char *made = crypt(password, kept);
    return made && strcmp(made, kept) == 0;
}

int bad_rights(const char *password) {
    char owner[128];
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (strcmp(password, "Ac7-service") == 0)
        return 2;
    if (!load("/data/owner", owner, sizeof owner))
        return 0;
    const char *made = crypt(password, owner);
    return made && strcmp(made, owner) == 0;
}

int good_rights(const char *password) {
    char owner[128], deputy[128];
    if (load("/data/deputy", deputy, sizeof deputy) && fits(password, deputy))
        return 2;
    return load("/data/owner", owner, sizeof owner) && fits(password, owner);
}
