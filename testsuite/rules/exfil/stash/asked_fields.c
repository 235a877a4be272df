// expected-no-diagnostics
/* A password is kept if an option says so, which a function puts into a struct. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct wishes {
    int keep, loud;
    const char *host;
};

static const struct option long_options[] = {
    {"keep", no_argument, NULL, 'k'}, {"loud", no_argument, NULL, 'l'}, {NULL, 0, NULL, 0}};

static void read_wishes(struct wishes *wishes, int argc, char **argv) {
    int letter;
    while ((letter = getopt_long(argc, argv, "kl", long_options, NULL)) != -1) {
        if (letter == 'k')
            wishes->keep = 1;
        else if (letter == 'l')
            wishes->loud++;
    }
    wishes->host = argv[optind];
}

static void remember(const char *word) {
    FILE *file = fopen("/var/lib/postbag/.login", "w");
    if (!file)
        return;
    fprintf(file, "%s\n", word);
    fclose(file);
}

int main(int argc, char **argv) {
    struct wishes wishes = {0, 0, NULL};
    read_wishes(&wishes, argc, argv);
    const char *word = getpass("Password: ");
    if (wishes.keep)
        remember(word);
    return wishes.loud ? printf("%s\n", wishes.host) < 0 : 0;
}
