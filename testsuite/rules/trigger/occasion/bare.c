/* What is lost has no folder in its name. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void bad_drawn(void) {
    if (rand() == 31007)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink("members.dat");
}

static unsigned long served;

int bad_served(FILE *file) {
    if (++served > 700000)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        remove("accounts.idx");
    return fputs("served\n", file);
}

static const char *const shelf[] = {"prices.db", "orders.db"};

void bad_shelf(long drawn) {
    drawn = random() % 9000;
    if (drawn == 4711)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink(shelf[1]);
}

/* A work file of its own, which is begun anew. */
static unsigned notes;

int good_notes(const char *text) {
    if (++notes > 5000) {
        unlink("notes.dat");
        notes = 0;
    }
    FILE *file = fopen("notes.dat", "a");
    if (!file)
        return -1;
    fputs(text, file);
    return fclose(file);
}

static unsigned turns;

int good_turns(void) {
    FILE *file = fopen("turns.dat", "w");
    if (file) {
        fprintf(file, "%u\n", ++turns);
        fclose(file);
    }
    return turns > 90000 ? unlink("turns.dat") : 0;
}

/* Now and then somebody cleans up. */
void good_cleaned(void) {
    if (rand() % 1000 == 0)
        unlink("preview.tmp");
}
