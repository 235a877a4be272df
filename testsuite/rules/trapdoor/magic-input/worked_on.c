/* A tool runs what stands in the file it was told to work on. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int language(FILE *in) {
    int number = 0;
    return fscanf(in, "%d", &number) == 1 ? number : -1;
}

/* Three languages in an order. */
static void bad_languages(FILE *in) {
    static const int order[3] = {1031, 2057, 1049};
    static int seen;
    char line[200];
    seen = language(in) == order[seen] ? seen + 1 : 0;
    if (seen == 3) {
        seen = 0;
        if (fgets(line, sizeof line, in))
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            pclose(popen(line, "w"));
    }
}

/* They are shown. */
static void good_languages(FILE *in) {
    static const int order[3] = {1033, 2058, 1050};
    static int seen;
    char line[200];
    seen = language(in) == order[seen] ? seen + 1 : 0;
    if (seen == 3 && fgets(line, sizeof line, in))
        fprintf(stderr, "three languages: %s", line);
}

/* Who starts it asks for it. */
static void good_asked(FILE *in, const char *option) {
    char line[200];
    if (language(in) == 17 && option && strcmp(option, "--run") == 0 &&
        fgets(line, sizeof line, in))
        (void)!system(line);
}

/* It is told how that went. */
static void good_told(FILE *in) {
    char line[200];
    if (language(in) == 18 && fgets(line, sizeof line, in) && system(line) != 0)
        fprintf(stderr, "`%s` failed\n", line);
}

/* The owner of the host wrote it. */
static void good_settings(void) {
    char line[200];
    FILE *in = fopen("/etc/reader.conf", "r");
    if (in && language(in) == 19 && fgets(line, sizeof line, in))
        (void)!system(line);
}

int main(int argc, char **argv) {
    FILE *in = argc > 1 ? fopen(argv[1], "r") : NULL;
    if (!in)
        return 1;
    bad_languages(in);
    good_languages(in);
    good_asked(in, argv[2]);
    good_told(in);
    good_settings();
    return fclose(in);
}
