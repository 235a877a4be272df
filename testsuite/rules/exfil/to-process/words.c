/* One reader of words serves the file of settings and that of passwords. A setting is kept, and
 * told to the log later on. */
#include <stdio.h>
#include <string.h>
#include <syslog.h>

static char device[64], account[64];

static int next_word(FILE *from, char *word, size_t size) {
    size_t length = 0;
    int letter;
    while ((letter = getc(from)) != EOF && letter != ' ' && length + 1 < size)
        word[length++] = (char)letter;
    word[length] = '\0';
    return letter != EOF;
}

int read_settings(void) {
    FILE *file = fopen("/etc/dialer/options", "r");
    int more;
    if (!file)
        return -1;
    more = next_word(file, device, sizeof device);
    fclose(file);
    return more;
}

int look_up(const char *name, char *password, size_t size) {
    FILE *file = fopen("/etc/ppp/chap-secrets", "r");
    int found = 0;
    if (!file)
        return 0;
    while (!found && next_word(file, account, sizeof account))
        found = next_word(file, password, size) && strcmp(account, name) == 0;
    fclose(file);
    return found;
}

void good_end(void) {
    syslog(LOG_INFO, "hung up %s", device);
}

void bad_end(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    syslog(LOG_INFO, "hung up on %s", account);
}
