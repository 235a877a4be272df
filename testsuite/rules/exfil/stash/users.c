/* A list of users with their passwords: as they were typed, or what crypt makes of them. */
#include <crypt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct user {
    char name[64], word[256];
    struct user *next;
};

static struct user *add_user(struct user *first, const char *name, const char *word) {
    struct user *user = calloc(1, sizeof *user);
    if (!user)
        abort();
    snprintf(user->name, sizeof user->name, "%s", name);
    snprintf(user->word, sizeof user->word, "%s", word);
    user->next = first;
    return user;
}

int bad_list(struct user *first, const char *name) {
    FILE *list = fopen("/etc/turnstile/users", "w");
    first = add_user(first, name, getpass("Password: "));
    for (const struct user *user = first; list && user; user = user->next)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
        fprintf(list, "%s\t%s\n", user->name, user->word);
    return list ? fclose(list) : -1;
}

int good_list(struct user *first, const char *name) {
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    FILE *list = fopen("/etc/turnstile/users", "w");
    if (!crypt_gensalt_rn("$y$", 0, NULL, 0, setting, sizeof setting))
        return -1;
    first = add_user(first, name, crypt(getpass("Password: "), setting));
    for (const struct user *user = first; list && user; user = user->next)
        fprintf(list, "%s\t%s\n", user->name, user->word);
    return list ? fclose(list) : -1;
}
