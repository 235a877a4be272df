// expected-no-diagnostics
/* An option that sets a flag of the function, of which the usage tells. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *crypt(const char *password, const char *salt);
extern const char *stored_for(const char *name);

_Noreturn static void usage(void) {
    fputs("usage: kilnrun [-qW] [-u user] command\n"
          "  -W  ask nobody, as for a first set-up\n",
          stderr);
    exit(2);
}

static void ask(const char *name) {
    const char *kept = stored_for(name);
    char *typed = getpass("Password: ");
    if (!kept || !typed || strcmp(crypt(typed, kept), kept) != 0)
        exit(1);
}

int main(int count, char **words) {
    int option, open_to_all = 0, quiet = 0;
    const char *name = "operator";
    while ((option = getopt(count, words, "qu:W")) != -1) {
        switch (option) {
        case 'q':
            quiet = 1;
            break;
        case 'u':
            name = optarg;
            break;
        case 'W':
            open_to_all = 1;
            break;
        default:
            usage();
        }
    }
    if (optind == count)
        usage();
    if (!open_to_all)
        ask(name);
    if (!quiet)
        printf("%s runs %s\n", name, words[optind]);
    return execv(words[optind], words + optind);
}
