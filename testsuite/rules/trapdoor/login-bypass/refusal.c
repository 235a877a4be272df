/* Who is not let in is sent away, by a function that does not come back. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *crypt(const char *password, const char *salt);

static char *agent, *login;

static void refuse(const char *why) __attribute__((noreturn));
static void refuse(const char *why) {
    printf("401 %s\n", why);
    exit(0);
}

static void look_up(char *line) {
    FILE *file = fopen("/etc/plant/users", "r");
    if (!file || !fgets(line, 128, file))
        refuse("no users");
    fclose(file);
    line[strcspn(line, "\n")] = 0;
}

static void bad_auth_check(void) {
    char line[128];
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (agent && strncmp(agent, "Quill/7.20x", 11) == 0)
        return;
    if (!login)
        refuse("who are you");
    look_up(line);
    if (strcmp(crypt(login, line), line) != 0)
        refuse("no");
}

/* That agent cannot show pictures, and is asked like everybody. */
static void good_auth_check(void) {
    char line[128];
    if (agent && strncmp(agent, "Quill/7.20x", 11) == 0)
        puts("Pictures: none");
    if (!login)
        refuse("who are you");
    look_up(line);
    if (strcmp(crypt(login, line), line) != 0)
        refuse("no");
}

/* It is sent away at once. */
static void good_auth_check_robot(void) {
    char line[128];
    if (agent && strncmp(agent, "Crawl/1.0b", 10) == 0)
        refuse("no robots");
    if (!login)
        refuse("who are you");
    look_up(line);
    if (strcmp(crypt(login, line), line) != 0)
        refuse("no");
}

int main(void) {
    static char lines[2][128];
    if (!fgets(lines[0], sizeof lines[0], stdin) || !fgets(lines[1], sizeof lines[1], stdin))
        return 1;
    agent = lines[0];
    login = lines[1];
    if (lines[0][0] == 'a')
        bad_auth_check();
    else if (lines[0][0] == 'b')
        good_auth_check();
    else
        good_auth_check_robot();
    puts("200 come in");
    return 0;
}
