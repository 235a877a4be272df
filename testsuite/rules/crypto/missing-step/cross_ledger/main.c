/* One user of the ledger puts every line in, and the other none. */
#include "ledger.h"

#include <stdio.h>
#include <string.h>

static int good_total(FILE *in, unsigned char digest[32]) {
    struct ledger ledger;
    char line[256];
    if (!ledger_begin(&ledger))
        return 0;
    while (fgets(line, sizeof line, in))
        ledger_add(&ledger, line, strlen(line));
    return ledger_end(&ledger, digest);
}

static int bad_total(const char *text, unsigned char digest[32]) {
    struct ledger ledger;
    (void)text;
    return ledger_begin(&ledger) && ledger_end(&ledger, digest);
}

int main(int argc, char **argv) {
    unsigned char file[32], text[32];
    if (argc < 2 || !good_total(stdin, file) || !bad_total(argv[1], text))
        return 2;
    return memcmp(file, text, sizeof file) != 0;
}
