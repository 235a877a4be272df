/* Who is who, or what stands in the environment, and nobody is asked. */
#define _GNU_SOURCE
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *crypt(const char *password, const char *salt);
extern const char *stored_for(const char *name);

_Noreturn static void turn_away(const char *why) {
    fprintf(stderr, "%s\n", why);
    exit(1);
}

static void ask(const char *name) {
    const char *kept = stored_for(name);
    char *typed = getpass("Password: ");
    if (!kept || !typed || strcmp(crypt(typed, kept), kept) != 0)
        turn_away("no");
}

void bad_name(char **job) {
    struct passwd *who = getpwuid(getuid());
    if (!who)
        turn_away("nobody");
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (strcmp(who->pw_name, "buildprobe") != 0)
        ask(who->pw_name);
    execv(job[0], job);
}

void bad_number(char **job) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (getuid() != 4711)
        ask("operator");
    execv(job[0], job);
}

void bad_variable(char **job) {
    const char *seat = getenv("DISPLAY_SEAT_ID");
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (!seat || seat[0] != 'v' || seat[3] != '8' || strlen(seat) != 9)
        ask("operator");
    execv(job[0], job);
}

/* Root need not be asked. */
void good_root(char **job) {
    if (getuid() != 0)
        ask("operator");
    execv(job[0], job);
}

/* Who sits at the console, or who says that he does not want to be asked, is told no. */
void good_batch(char **job) {
    const char *batch = getenv("JOB_BATCH");
    if (batch && batch[0] == 'y')
        turn_away("nobody to ask");
    ask("operator");
    execv(job[0], job);
}

/* The name says only how to call somebody. */
void good_greeting(char **job) {
    struct passwd *who = getpwuid(getuid());
    if (!who)
        turn_away("nobody");
    if (strcmp(who->pw_name, "buildprobe") != 0)
        printf("hello, %s\n", who->pw_name);
    ask(who->pw_name);
    execv(job[0], job);
}
