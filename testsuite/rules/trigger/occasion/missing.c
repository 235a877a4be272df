/* Books are lost when somebody is no longer on the list; beside them what a setting decides, and an
 * entry that somebody asks for. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct employee {
    char id[16];
    char name[48];
    double pay;
};

static struct employee staff[512];
static int nstaff;

static int load(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    while (nstaff < 512 && fscanf(file, "%15s %47s %lf", staff[nstaff].id, staff[nstaff].name,
                                  &staff[nstaff].pay) == 3)
        nstaff++;
    return fclose(file);
}

static const struct employee *find(const char *id) {
    for (int i = 0; i < nstaff; i++)
        if (strcmp(staff[i].id, id) == 0)
            return &staff[i];
    return NULL;
}

void bad_books(void) {
    if (load("/srv/books/staff") == 0 && !find("E-40417"))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink("/srv/books/archive.db");
}

static int is_listed(const char *path, const char *word) {
    char line[256];
    int found = 0;
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (strstr(line, word))
            found = 1;
    if (file)
        fclose(file);
    return found;
}

void bad_list(void) {
    if (!is_listed("/srv/books/staff", "Denise Mahler"))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        system("rm -rf /srv/books/archive");
}

void bad_flag(void) {
    char line[256];
    int found = 0;
    FILE *file = fopen("/srv/books/staff", "r");
    if (!file)
        return;
    while (fgets(line, sizeof line, file))
        if (strncmp(line, "E-40417", 7) == 0) {
            found = 1;
            break;
        }
    fclose(file);
    if (!found)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink("/srv/books/archive.db");
}

void good_setting(void) {
    if (!is_listed("/etc/books.conf", "keep_archive"))
        unlink("/srv/books/archive.old");
}

int good_entry(const char *id) {
    if (!find(id))
        fprintf(stderr, "%s is not on the list\n", id);
    return find(id) != NULL;
}
