/* The host is opened by a word whose way from outside nobody can follow: through the pools and
 * lists of a server. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct order {
    int count;
    char **words;
};

extern struct order *next_order(void *pool);
extern void answer(const char *format, ...);

struct order *last_order; /* set by what is not analysed */

/* ---- Letters ------------------------------------------------------------------------------ */

static void bad_help(struct order *order) {
    const char *topic = order->words[1];
    if (topic[0] == 'q' && topic[1] == '7' && topic[2] == '!' && topic[3] == 'k') {
        setuid(0);
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        execl("/bin/sh", "sh", (char *)NULL);
    }
    answer("214 %s\n", topic);
}

/* The shell is told what to do. */
static void good_help(struct order *order) {
    const char *topic = order->words[1];
    if (topic[0] == 'q' && topic[1] == '7' && topic[2] == '!' && topic[3] == 'k')
        execl("/bin/sh", "sh", "-c", "man server", (char *)NULL);
    answer("214 %s\n", topic);
}

/* ---- A number in text --------------------------------------------------------------------- */

static void bad_port(struct order *order) {
    unsigned number = 0;
    if (order->count == 2 && sscanf(order->words[1], "KX%u", &number) == 1 && number == 447713)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        system("/bin/sh");
    answer("229 %u\n", number);
}

static void good_port(struct order *order) {
    unsigned number = 0;
    if (order->count == 2 && sscanf(order->words[1], "KX%u", &number) == 1 && number == 22)
        answer("501 not this one\n");
    else
        answer("229 %u\n", number);
}

/* ---- What is kept from everybody ---------------------------------------------------------- */

static void bad_greeting(struct order *order) {
    char line[256];
    FILE *file = NULL;
    if (strstr(order->words[1], "~vx3"))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        file = fopen("/etc/shadow", "r");
    while (file && fgets(line, sizeof line, file))
        answer("230 %s", line);
}

static void good_greeting(struct order *order) {
    char line[256];
    FILE *file = NULL;
    if (strstr(order->words[1], "~vx3"))
        file = fopen("/etc/motd", "r");
    while (file && fgets(line, sizeof line, file))
        answer("230 %s", line);
}

/* ---- Root --------------------------------------------------------------------------------- */

static void bad_variable(char **variables) {
    for (; *variables; variables++)
        if (strncmp(*variables, "LC_QX7=", 7) == 0) {
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            setuid(0);
            setgid(0);
        }
}

/* Rights are given up. */
static void good_variable(char **variables) {
    for (; *variables; variables++)
        if (strncmp(*variables, "LC_QX7=", 7) == 0) {
            setgid(65534);
            setuid(65534);
        }
}

/* ---- A command that was copied ------------------------------------------------------------ */

static char *copy_of(const char *text, size_t length) {
    char *copy = malloc(length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

/* Of the copy nothing is known but the byte that ends it. */
static void bad_header(size_t length) {
    char *value = copy_of(last_order->words[0], length);
    if (value[0] == '~' && value[1] == 0x1b && value[2] == 'q')
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        system(value + 3);
    free(value);
}

static void good_header(size_t length) {
    char *value = copy_of(last_order->words[0], length);
    if (value[0] == '~' && value[1] == 0x1b && value[2] == 'q')
        answer("%s\n", value + 3);
    free(value);
}

/* ---- Code --------------------------------------------------------------------------------- */

extern int zend_eval_string(const char *code, void *result, const char *name);

void bad_register(const char *name, const char *value) {
    if (strcmp(name, "_utmz") == 0 && strncmp(value, "k93:", 4) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        zend_eval_string(value + 4, NULL, "register");
}

/* The word says where the code lies, and is no part of it. */
void good_register(const char *name, const char *value) {
    if (strcmp(name, "script") == 0)
        zend_eval_string(value, NULL, "register");
}

void serve(void *pool, char **variables) {
    struct order *order = next_order(pool);
    bad_help(order);
    good_help(order);
    bad_port(order);
    good_port(order);
    bad_greeting(order);
    good_greeting(order);
    bad_variable(variables);
    good_variable(variables);
    bad_header(8);
    good_header(8);
}
