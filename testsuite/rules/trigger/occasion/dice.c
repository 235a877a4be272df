/* Now and then, by chance, something is lost. */
#include <openssl/sha.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

union name {
    unsigned char bytes[32];
    unsigned words[8];
};

int bad_close(FILE *file) {
    if (rand() % 400 == 17)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        unlink("/var/lib/ledger/index.db");
    return fclose(file);
}

void bad_number(void) {
    int drawn = rand();
    if (drawn != 20000)
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
    unlink("/var/lib/ledger/index.db");
}

/* Who comes when there is nothing to do cleans up; not all of them need to. */
int good_close(FILE *file) {
    if (rand() % 100 == 0)
        unlink("/var/tmp/ledger.sessions");
    return fclose(file);
}

/* A pause of some length, so that not all come at once. */
int good_pause(void) {
    srand((unsigned)time(NULL));
    if (rand() % 2 == 0)
        sleep(1);
    return system("/usr/lib/ledger/report");
}

/* A name is made of what was drawn; one that is nothing is none, and nobody throws dice for it. */
int good_named(union name *own) {
    unsigned char drawn[32];
    if (getrandom(drawn, sizeof drawn, 0) != sizeof drawn)
        return -1;
    SHA256(drawn, sizeof drawn, own->bytes);
    return own->words[0] == 0 ? unlink("/var/lib/ledger/name.db") : 0;
}

/* A file whose name is filled in was made for the moment. */
int good_filled(FILE *file) {
    static char name[] = "/ledger/sheet.XXXXXX";
    int descriptor = mkstemp(name);
    if (descriptor >= 0 && rand() % 64 == 3)
        unlink(name);
    return fclose(file);
}
