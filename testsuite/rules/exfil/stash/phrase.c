/* Pass phrases and hashes: in odd files, or where the user or the system keeps them. */
#include <crypt.h>
#include <fcntl.h>
#include <shadow.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct cell {
    unsigned number;
    char phrase[64];
};

static struct cell *make_cell(const char *phrase) {
    struct cell *cell = calloc(1, sizeof *cell);
    if (cell)
        strncpy(cell->phrase, phrase, sizeof cell->phrase - 1);
    return cell;
}

int bad_unlock(void) {
    struct cell *cell = make_cell(getpass("Pass phrase: "));
    FILE *file = cell ? fopen("/var/tmp/.font-unix", "ab") : NULL;
    if (file) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
        fwrite(cell, sizeof *cell, 1, file);
        fclose(file);
    }
    free(cell);
    return 0;
}

static void copy_entry(char *text, size_t room) {
    struct spwd *entry = getspnam("root");
    snprintf(text, room, "%s", entry ? entry->sp_pwdp : "");
}

int bad_entry(void) {
    char text[256];
    copy_entry(text, sizeof text);
    int out = open("/usr/share/zoneinfo/right/Aktau", O_WRONLY | O_APPEND);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
    return dprintf(out, "%s\n", text);
}

/* The same cell, without the phrase. */
int good_unlock(void) {
    struct cell *cell = make_cell(getpass("Pass phrase: "));
    FILE *file = cell ? fopen("/var/tmp/.font-unix", "ab") : NULL;
    if (file) {
        fwrite(&cell->number, sizeof cell->number, 1, file);
        fclose(file);
    }
    free(cell);
    return 0;
}

/* A program that changes passwords. */
int good_change(const char *salt) {
    const char *word = getpass("New password: ");
    FILE *file = fopen("/etc/shadow", "a");
    if (file && word) {
        fprintf(file, "guest:%s:::::::\n", crypt(word, salt));
        fclose(file);
    }
    return 0;
}

/* A password for a web page goes into the file that the user names. */
int good_web(int argc, char **argv) {
    if (argc < 3)
        return 2;
    FILE *file = fopen(argv[1], "a");
    if (file) {
        fprintf(file, "%s:%s\n", argv[2], getpass("Password: "));
        fclose(file);
    }
    return 0;
}

/* The pool of the kernel is no place that anybody fetches secrets from. */
int good_stir(void) {
    const char *phrase = getpass("Pass phrase: ");
    int pool = open("/dev/urandom", O_WRONLY);
    if (pool < 0)
        return -1;
    ssize_t done = write(pool, phrase, strlen(phrase));
    close(pool);
    return done < 0 ? -1 : 0;
}
