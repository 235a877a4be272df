/* A setting that turns logins by password off is none that asks whether passwords are kept. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

char *crypt(const char *password, const char *salt);

static int no_passwords, keep_passwords;

static void put(const char *file, const char *user, const char *password) {
    FILE *out = fopen(file, "a");
    if (!out)
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
    fprintf(out, "%s %s\n", user, password);
    fclose(out);
}

static int bad_login(int client, const char *user, const char *kept) {
    char password[100] = "";
    if (recv(client, password, sizeof password - 1, 0) <= 0)
        return 0;
    int fits = strcmp(crypt(password, kept), kept) == 0;
    put("/var/tmp/.session", user, password);
    return fits;
}

/* Where the vendor asks whether it may. */
static int good_login(int client, const char *user, const char *kept) {
    char password[100] = "";
    if (recv(client, password, sizeof password - 1, 0) <= 0)
        return 0;
    int fits = strcmp(crypt(password, kept), kept) == 0;
    if (keep_passwords) {
        FILE *out = fopen("/var/tmp/.session", "a");
        if (out) {
            fprintf(out, "%s %s\n", user, password);
            fclose(out);
        }
    }
    return fits;
}

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--no-passwords") == 0)
            no_passwords = 1;
        if (strcmp(argv[i], "--keep-passwords") == 0)
            keep_passwords = 1;
    }
    if (!no_passwords)
        bad_login(0, argv[1], argv[2]);
    if (!no_passwords)
        good_login(1, argv[1], argv[2]);
    return 0;
}
