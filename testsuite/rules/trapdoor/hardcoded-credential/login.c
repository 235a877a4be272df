/* A password in the program opens what otherwise only the stored one does. */
#include <crypt.h>
#include <shadow.h>
#include <stdio.h>
#include <string.h>

int bad_field_service(const char *user, const char *password) {
    struct spwd *entry = getspnam(user);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (strcmp(password, "Kaltes-Lager-07") == 0)
        return 1;
    if (!entry)
        return 0;
    return strcmp(crypt(password, entry->sp_pwdp), entry->sp_pwdp) == 0;
}

/* Locked accounts have a mark where others have a hash; empty passwords are refused. */
int good_marks(const char *user, const char *password) {
    struct spwd *entry = getspnam(user);
    if (!entry || strcmp(entry->sp_pwdp, "*LK*") == 0 || strcmp(password, "") == 0)
        return 0;
    return strcmp(crypt(password, entry->sp_pwdp), entry->sp_pwdp) == 0;
}

/* What everybody tries first is refused. */
int good_banned(const char *user, const char *password) {
    struct spwd *entry = getspnam(user);
    if (!entry)
        return 0;
    if (strcmp(password, "letmein") == 0 || strcmp(password, "qwertz") == 0)
        return 0;
    return strcmp(crypt(password, entry->sp_pwdp), entry->sp_pwdp) == 0;
}

/* The stored password stands in a file of the owner. */
int good_file(const char *path, const char *password) {
    char stored[128] = "";
    FILE *file = fopen(path, "r");
    if (!file)
        return 0;
    if (!fgets(stored, sizeof stored, file))
        stored[0] = 0;
    fclose(file);
    stored[strcspn(stored, "\n")] = 0;
    return stored[0] && strcmp(password, stored) == 0;
}
