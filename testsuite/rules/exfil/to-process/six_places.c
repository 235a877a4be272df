/* The values of a parser lie in one array, so that the password seems to reach all that is logged
 * of them; a password that is put in one place. */
#include <string.h>
#include <syslog.h>
#include <unistd.h>

static char *values[16];
static int top;

char *crypt(const char *phrase, const char *setting);

static void pop_user(void) {
    syslog(LOG_INFO, "user %s", values[top]);
}

static void pop_file(void) {
    syslog(LOG_INFO, "file %s", values[top]);
}

static void pop_folder(void) {
    syslog(LOG_INFO, "folder %s", values[top]);
}

static void pop_mode(void) {
    syslog(LOG_INFO, "mode %s", values[top]);
}

static void pop_type(void) {
    syslog(LOG_INFO, "type %s", values[top]);
}

static void pop_name(void) {
    syslog(LOG_INFO, "name %s", values[top]);
}

int good_parse(int rule, const char *prompt) {
    switch (rule) {
    case 0:
        values[++top] = getpass(prompt);
        return 0;
    case 1:
        pop_user();
        break;
    case 2:
        pop_file();
        break;
    case 3:
        pop_folder();
        break;
    case 4:
        pop_mode();
        break;
    case 5:
        pop_type();
        break;
    default:
        pop_name();
        break;
    }
    top--;
    return 0;
}

int bad_parse(const char *prompt) {
    const char *password = getpass(prompt);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    syslog(LOG_INFO, "trying %s", password);
    return 0;
}
