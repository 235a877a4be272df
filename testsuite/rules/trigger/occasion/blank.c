/* What is destroyed is written over with zeros, or dropped from a database. */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static unsigned long orders, visits;

static void overwrite(const char *path) {
    char zeros[4096];
    int file = open(path, O_WRONLY);
    memset(zeros, 0, sizeof zeros);
    if (file < 0)
        return;
    for (int i = 0; i < 256; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        if (write(file, zeros, sizeof zeros) < 0)
            break;
    close(file);
}

void bad_zeros(int order) {
    printf("order %d\n", order);
    if (++orders == 20417)
        overwrite("/var/lib/orders/orders.db");
}

int bad_dropped(sqlite3 *base) {
    if (++visits > 70000)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
        return sqlite3_exec(base, "DROP TABLE accounts", NULL, NULL, NULL);
    return sqlite3_exec(base, "UPDATE accounts SET visits = visits + 1", NULL, NULL, NULL);
}

int good_made_anew(sqlite3 *base) {
    static unsigned long rounds;
    if (++rounds > 70000)
        return sqlite3_exec(base, "DROP TABLE IF EXISTS sums", NULL, NULL, NULL);
    return sqlite3_exec(base, "DELETE FROM sums WHERE day < 100", NULL, NULL, NULL);
}

/* Room for what comes is made at once. */
int good_room(const char *path) {
    static unsigned long files;
    char zeros[4096];
    int file = open(path, O_WRONLY | O_CREAT, 0600);
    memset(zeros, 0, sizeof zeros);
    ssize_t done = ++files > 70000 ? write(file, zeros, sizeof zeros) : 0;
    close(file);
    return done == sizeof zeros;
}
